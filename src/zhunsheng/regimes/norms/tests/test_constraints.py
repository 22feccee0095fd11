"""What the database itself refuses, whoever writes."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.norms.models import Cleanup, CleanupConclusion, NormativeDocument
from zhunsheng.regimes.norms.tests.rows import REQUIRED

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _document(bureau: Bureau, **values: Any) -> NormativeDocument:
    return bureau.confirmed(NormativeDocument, **{**REQUIRED, **values})


@pytest.mark.parametrize(
    "values",
    [
        {"ended_on": date(2024, 5, 6), "ended_how": "repealed"},  # never published
        {"published_on": date(2024, 5, 6), "ended_on": date(2024, 5, 6)},  # no manner
        {"published_on": date(2024, 5, 6), "ended_how": "repealed"},  # no day
        {
            "published_on": date(2024, 5, 7),
            "ended_on": date(2024, 5, 6),
            "ended_how": "repealed",
        },
        {"comments_received": 2, "comments_adopted": 3},
        {"comments_adopted": 3},
    ],
)
def test_an_impossible_document_is_refused(bureau: Bureau, values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        _document(bureau, **values)


def test_a_number_is_used_once_in_an_agency(bureau: Bureau) -> None:
    _document(bureau, number="澜科规〔2024〕1号")
    _document(bureau, number="")
    _document(bureau, number="")
    other = make_bureau("other")
    _document(other, number="澜科规〔2024〕1号")
    with pytest.raises(IntegrityError):
        _document(bureau, number="澜科规〔2024〕1号")


def test_a_clean_up_concludes_once_on_a_document(bureau: Bureau) -> None:
    document = _document(bureau, published_on=date(2020, 5, 6))
    cleanup = bureau.confirmed(
        Cleanup,
        cut_off_on=date(2024, 9, 30),
        scope_note="现行有效文件",
        decided_on=date(2024, 11, 18),
    )
    line: dict[str, Any] = {
        "cleanup": cleanup,
        "document": document,
        "conclusion": "kept",
        "decided_on": cleanup.decided_on,
    }
    bureau.confirmed(CleanupConclusion, **line)
    with pytest.raises(IntegrityError):
        bureau.confirmed(CleanupConclusion, **line)


def test_ending_a_document_in_a_clean_up_needs_a_reason(bureau: Bureau) -> None:
    cleanup = bureau.confirmed(
        Cleanup,
        cut_off_on=date(2024, 9, 30),
        scope_note="现行有效文件",
        decided_on=date(2024, 11, 18),
    )
    with pytest.raises(IntegrityError):
        bureau.confirmed(
            CleanupConclusion,
            cleanup=cleanup,
            document=_document(bureau, published_on=date(2020, 5, 6)),
            conclusion="repealed",
            decided_on=cleanup.decided_on,
        )
