"""Which divisions have closed their registers for a year, and which have not."""

from collections import defaultdict

from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.models import Closing
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.org.models import Agency, Division
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry


def agencies_of(scope: Scope) -> tuple[int, ...]:
    """The agency and, where the scope says so, its affiliated institutions."""
    if not scope.affiliated:
        return (scope.agency_id,)
    below = Agency.objects.filter(parent_id=scope.agency_id, affiliated=True)
    return (scope.agency_id, *below.order_by("pk").values_list("pk", flat=True))


def divisions_in(agencies: tuple[int, ...]) -> list[Division]:
    """The divisions of the agencies, in the order of each."""
    rows = Division.objects.filter(agency_id__in=agencies).order_by("agency", "order", "code")
    return asked_once(("divisions", agencies), lambda: list(rows))


def answering(register: Register) -> Register:
    """The register whose closing answers for this one: a line is closed with its parent."""
    while register.parent_model is not None and not register.owed_by:
        register = registry().register_of(register.parent_model)
    return register


def not_closed(
    scope: Scope, *, agencies: tuple[int, ...] | None = None
) -> dict[str, tuple[str, ...]]:
    """Register kind → names of the divisions that owe it and have not closed it."""
    agencies = agencies or agencies_of(scope)
    divisions: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for division in divisions_in(agencies):
        divisions[division.kind].append((division.pk, division.name))
    closed = _closed(agencies, scope.year)
    found: dict[str, tuple[str, ...]] = {}
    for register in registry().registers():
        answers = answering(register)
        owing = [d for kind in answers.owed_by for d in divisions[kind]]
        found[register.kind] = tuple(n for pk, n in owing if (pk, answers.kind) not in closed)
    return found


def _closed(agencies: tuple[int, ...], year: int) -> set[tuple[int, str]]:
    newest: dict[tuple[int, str], bool] = {}
    rows = Closing.objects.filter(agency_id__in=agencies, year=year, month=None)
    rows = rows.order_by("pk")
    for division_id, register, closed in rows.values_list("division_id", "register", "closed"):
        newest[division_id, register] = closed
    return {key for key, closed in newest.items() if closed}
