"""Counsel heard, across regimes that do not know each other: a name in the row, or a link."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.link.join import link
from zhunsheng.kernel.procedure.judge import judge
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.counsel.models import Opinion
from zhunsheng.regimes.decisions.models import Matter
from zhunsheng.regimes.norms.models import NormativeDocument

pytestmark = pytest.mark.django_db
DAY = date(2024, 9, 12)
DOCUMENT = {
    "normative": True,
    "judgement_reason": "普遍约束力",
    "issuing": "own",
    "basis": "科学技术进步法",
    "affects_rights": False,
    "market_related": False,
}
MATTER = {"major": True, "key_matter": False, "for_whom": "own", "opened_on": date(2024, 7, 1)}
CASES = [
    (NormativeDocument, DOCUMENT, "norms.counsel_heard"),
    (Matter, MATTER, "decisions.counsel_heard"),
]


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def wanting(row: Record) -> set[str]:
    procedure = registry().procedure_of(type(row))
    assert procedure is not None
    return {o.rule for o in judge(row, procedure.transition("table"), DAY)}


def opinion(bureau: Bureau, given_on: date | None) -> Opinion:
    return bureau.confirmed(
        Opinion, title="征询意见", kind="policy", asked_on=date(2024, 8, 1), adviser="叶衡",
        no_conflict=True, given_on=given_on,
    )  # fmt: skip


@pytest.mark.parametrize(("model", "values", "rule"), CASES)
def test_a_linked_opinion_that_was_given_meets_the_guard(
    bureau: Bureau, model: type[Record], values: dict[str, Any], rule: str
) -> None:
    row = bureau.confirmed(model, title="某事项", **values)
    assert rule in wanting(row)
    link(
        opinion(bureau, date(2024, 8, 9)), "legal_opinion", row,
        by=bureau.persons["legal_officer"],
    )  # fmt: skip
    assert rule not in wanting(row)


@pytest.mark.parametrize(("model", "values", "rule"), CASES)
def test_a_name_in_the_row_meets_it_too(
    bureau: Bureau, model: type[Record], values: dict[str, Any], rule: str
) -> None:
    row = bureau.confirmed(model, title="某事项", counsel_heard="叶衡", **values)
    assert rule not in wanting(row)
