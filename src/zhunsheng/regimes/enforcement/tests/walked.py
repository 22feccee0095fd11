"""What random acts cannot make up by themselves: a case that its own procedure has ended."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from zhunsheng.kernel.declare import Record
from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.enforcement.models import Reversal
from zhunsheng.regimes.enforcement.tests.rows import PENALISED, filed


def _of_a_public_case(bureau: Bureau, random: Random) -> dict[str, Any]:
    number = f"walk-{random.randrange(10**9)}"
    return {"case": filed(bureau, number, **PENALISED, published_on=date(2024, 5, 27))}


#: Model → the values its rows begin with.
GIVEN: dict[type[Record], Callable[[Bureau, Random], dict[str, Any]]] = {
    Reversal: _of_a_public_case
}
