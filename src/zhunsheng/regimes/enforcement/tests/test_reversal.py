"""A published decision that did not stand is withdrawn within three working days."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    Obligation,
    Scope,
    StepImpossibleError,
    StepRefusedError,
    facts,
    make_bureau,
    take,
)
from zhunsheng.regimes.enforcement.checks import REVERSAL_CHECKS
from zhunsheng.regimes.enforcement.models import PenaltyCase, Reversal
from zhunsheng.regimes.enforcement.tests.rows import PENALISED, filed, taking

pytestmark = pytest.mark.django_db
#: A Wednesday: the third working day after it is Monday.
REVERSED = date(2024, 7, 10)
LAST = date(2024, 7, 15)
WHY = "复议决定撤销原处罚决定，原公开信息不再有效"


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau(regimes=("enforcement",))


def _case(bureau: Bureau, **values: Any) -> PenaltyCase:
    return filed(bureau, "1", **PENALISED, **{"published_on": date(2024, 5, 27)} | values)


def _reversed(bureau: Bureau, case: PenaltyCase, how: str = "revoked") -> Reversal:
    return bureau.confirmed(
        Reversal, case=case, title="复议撤销", how=how, organ="澜川市人民政府", reversed_on=REVERSED
    )


def _owed(row: Reversal) -> list[tuple[date, date | None]]:
    return list(Obligation.objects.filter(item_id=row.pk).values_list("due_on", "done_on"))


def test_it_is_owed_in_three_working_days_and_met_by_the_step(bureau: Bureau) -> None:
    row = _reversed(bureau, _case(bureau))
    assert _owed(row) == [(LAST, None)]
    take(row, "withdraw", taking(bureau, "office", LAST, explained=WHY))
    row.refresh_from_db()
    assert (row.stage, _owed(row)) == ("withdrawn", [(LAST, LAST)])
    assert not Irregularity.objects.filter(item_id=row.pk).exists()


def test_a_late_withdrawal_is_made_all_the_same_and_is_irregular(bureau: Bureau) -> None:
    row = _reversed(bureau, _case(bureau))
    take(row, "withdraw", taking(bureau, "office", date(2024, 7, 16), explained=WHY))
    [found] = Irregularity.objects.filter(item_id=row.pk)
    assert found.rule == "enforcement.withdrawal"
    assert "2024-07-15" in found.zh
    assert "第四十八条" in found.citation_zh


def test_a_withdrawal_says_why_in_public(bureau: Bureau) -> None:
    row = _reversed(bureau, _case(bureau))
    with pytest.raises(StepRefusedError) as refused:
        take(row, "withdraw", taking(bureau, "office", LAST))
    assert [o.rule for o in refused.value.objections] == ["enforcement.withdrawal_reason"]


def test_what_was_never_published_has_nothing_to_withdraw(bureau: Bureau) -> None:
    case = _case(bureau, published_on=None)
    row = _reversed(bureau, case)
    assert _owed(row) == []
    with pytest.raises(StepImpossibleError):
        take(row, "withdraw", taking(bureau, "office", LAST, explained=WHY))
    take(case, "publish", taking(bureau, "office", date(2024, 5, 28)))
    assert _owed(row) == [(LAST, None)]


def test_reversals_are_counted_and_their_withdrawals_by_time(bureau: Bureau) -> None:
    first = _reversed(bureau, _case(bureau))
    take(first, "withdraw", taking(bureau, "office", LAST, explained=WHY))
    other = filed(bureau, "2", **PENALISED, published_on=date(2024, 5, 27))
    _reversed(bureau, other, "unlawful")
    _reversed(bureau, filed(bureau, "3", **PENALISED), "changed")
    bureau.close_all(2024)
    keys = [f"enforcement.reversals{part}" for part in ("", ".unlawful", ".public", ".on_time")]
    found = facts(Scope(bureau.agency.pk, 2024), [*keys, "enforcement.reversals.on_time.rate"])
    assert [found[key].value for key in keys] == [3, 1, 2, 1]
    rate = found["enforcement.reversals.on_time.rate"]
    assert (rate.numerator, rate.denominator) == (Decimal(1), Decimal(2))


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("reversed_on", {"reversed_on": date(2024, 5, 17)}),
        ("withdrawn_on", {"withdrawn_on": date(2024, 7, 9)}),
        ("case", {"case": SimpleNamespace(decided_on=date(2024, 5, 20), outcome="withdrawn")}),
    ],
)
def test_days_and_cases_that_cannot_be_are_refused(field: str, wrong: dict[str, Any]) -> None:
    case = SimpleNamespace(decided_on=date(2024, 5, 20), outcome="penalised")
    right = {"case": case, "reversed_on": REVERSED, "withdrawn_on": None}
    [check] = [one for one in REVERSAL_CHECKS if one.field == field]
    # A check beside a row reads that row through it.
    assert check.test(SimpleNamespace(**right))
    assert not check.test(SimpleNamespace(**right | wrong))
