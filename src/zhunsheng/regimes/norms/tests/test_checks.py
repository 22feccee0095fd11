"""A row that cannot be true is refused; one that merely breaks a rule is not."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.regimes.norms.checks import CLEANUP_CHECKS, CONCLUSION_CHECKS, DOCUMENT_CHECKS
from zhunsheng.regimes.norms.tests.rows import plain

EARLY, LATE = date(2024, 3, 1), date(2024, 6, 3)


def _refused(checks: tuple[Any, ...], row: Any) -> list[str]:
    return [check.field for check in checks if not check.test(row)]


def test_an_empty_row_is_possible() -> None:
    assert _refused(DOCUMENT_CHECKS, plain()) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"comment_from": LATE, "comment_to": EARLY}, "comment_to"),
        ({"comments_received": 3, "comments_adopted": 4}, "comments_adopted"),
        ({"comments_adopted": 1}, "comments_adopted"),
        ({"examination_from": LATE, "examined_on": EARLY}, "examined_on"),
        ({"published_on": EARLY, "ended_on": LATE}, "ended_how"),
        ({"ended_how": "repealed"}, "ended_how"),
        ({"ended_published_on": LATE}, "ended_published_on"),
        ({"ended_on": LATE, "ended_how": "repealed"}, "ended_on"),
        ({"published_on": LATE, "ended_on": EARLY, "ended_how": "repealed"}, "ended_on"),
        ({"published_on": EARLY, "ended_on": LATE, "ended_how": "expired"}, "valid_until"),
        (
            {
                "published_on": EARLY,
                "ended_on": LATE,
                "ended_how": "expired",
                "valid_until": date(2024, 6, 4),
            },
            "valid_until",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(values: dict[str, Any], field: str) -> None:
    assert _refused(DOCUMENT_CHECKS, plain(**values)) == [field]


def test_broken_rules_are_no_faults_of_the_row() -> None:
    row = plain(
        affects_rights=True,
        comment_from=EARLY,
        comment_to=EARLY,
        signed_on=EARLY,
        decided_on=LATE,
        published_on=LATE,
        effective_on=EARLY,
        filed_on=EARLY,
    )
    assert _refused(DOCUMENT_CHECKS, row) == []


def test_a_clean_up_is_cut_off_decided_published_in_that_order() -> None:
    row = SimpleNamespace(cut_off_on=EARLY, decided_on=LATE, published_on=None)
    assert _refused(CLEANUP_CHECKS, row) == []
    row = SimpleNamespace(cut_off_on=LATE, decided_on=EARLY, published_on=None)
    assert _refused(CLEANUP_CHECKS, row) == ["decided_on"]
    row = SimpleNamespace(cut_off_on=EARLY, decided_on=LATE, published_on=EARLY)
    assert _refused(CLEANUP_CHECKS, row) == ["published_on"]


def test_only_keeping_needs_no_reason() -> None:
    kept = SimpleNamespace(conclusion="kept", reason="")
    assert _refused(CONCLUSION_CHECKS, kept) == []
    repealed = SimpleNamespace(conclusion="repealed", reason="")
    assert _refused(CONCLUSION_CHECKS, repealed) == ["reason"]
    repealed.reason = "依据的文件已废止"
    assert _refused(CONCLUSION_CHECKS, repealed) == []
