"""What is withheld is reviewed in its cycle, until it is opened."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Obligation, Scope, facts, make_bureau
from zhunsheng.regimes.disclosure.checks import WITHHELD_CHECKS, WITHHELD_REVIEW_CHECKS
from zhunsheng.regimes.disclosure.models import Withheld, WithheldReview

pytestmark = pytest.mark.django_db
SINCE = date(2023, 5, 16)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _withheld(bureau: Bureau, title: str = "专家名单", **values: Any) -> Withheld:
    given: dict[str, Any] = {"ground": "third_party", "withheld_on": SINCE} | values
    return bureau.confirmed(Withheld, title=title, **given)


def _review(bureau: Bureau, row: Withheld, on: date, result: str = "kept") -> WithheldReview:
    return bureau.confirmed(
        WithheldReview, withheld=row, title="评估审查", reviewed_on=on, result=result, reason="复核"
    )


def _owed(row: Withheld | WithheldReview) -> list[tuple[date, date | None]]:
    return list(Obligation.objects.filter(item_id=row.pk).values_list("due_on", "done_on"))


def test_each_review_starts_the_term_of_the_next(bureau: Bureau) -> None:
    row = _withheld(bureau)
    assert _owed(row) == [(date(2024, 5, 16), None)]
    first = _review(bureau, row, date(2024, 5, 9))
    assert _owed(row) == [(date(2024, 5, 16), date(2024, 5, 9))]
    assert _owed(first) == [(date(2025, 5, 9), None)]
    second = _review(bureau, row, date(2025, 6, 3), "opened")
    assert _owed(first) == [(date(2025, 5, 9), date(2025, 6, 3))]
    assert _owed(second) == []


def test_what_was_opened_is_reviewed_no_more(bureau: Bureau) -> None:
    assert _owed(_withheld(bureau, opened_on=date(2024, 2, 1))) == [
        (date(2024, 5, 16), date(2024, 2, 1))
    ]


def test_what_is_withheld_is_counted_at_the_end_and_its_reviews_by_their_days(
    bureau: Bureau,
) -> None:
    kept = _withheld(bureau)
    opened = _withheld(bureau, "过程稿", opened_on=date(2024, 4, 9))
    _review(bureau, kept, date(2024, 5, 9))
    _review(bureau, opened, date(2024, 4, 9), "opened")
    bureau.close_all(2024)
    keys = (
        "disclosure.withheld", "disclosure.withheld.reviews", "disclosure.withheld.reviews.kept",
        "disclosure.withheld.reviews.opened",
    )  # fmt: skip
    found = facts(Scope(bureau.agency.pk, 2024), keys)
    assert [found[key].value for key in keys] == [1, 2, 1, 1]


def test_days_that_cannot_be_are_refused() -> None:
    before = date(2023, 1, 4)
    [opened], [reviewed] = WITHHELD_CHECKS, WITHHELD_REVIEW_CHECKS
    assert opened.test(SimpleNamespace(withheld_on=SINCE, opened_on=SINCE))
    assert not opened.test(SimpleNamespace(withheld_on=SINCE, opened_on=before))
    row = SimpleNamespace(withheld_on=SINCE)
    assert reviewed.test(SimpleNamespace(withheld=row, reviewed_on=SINCE))
    assert not reviewed.test(SimpleNamespace(withheld=row, reviewed_on=before))
