"""Consistent passages joined into long reports give no finding: better silent than wrong."""

import itertools
import random

import pytest

from tests.audit.passages import CONSISTENT
from zhunsheng.audit import audit


@pytest.mark.parametrize("text", CONSISTENT)
def test_a_consistent_passage_has_no_finding(text: str) -> None:
    assert audit(text, document=False).findings == ()


@pytest.mark.parametrize("text", CONSISTENT[:14])
def test_something_of_it_is_verified(text: str) -> None:
    assert audit(text, document=False).verified != ()


@pytest.mark.parametrize("glue", ["", "\n", "\n\n", "\f"])
def test_any_two_passages_in_a_row_have_none(glue: str) -> None:
    for first, second in itertools.permutations(CONSISTENT, 2):
        assert audit(f"{first}{glue}{second}", document=False).findings == ()


@pytest.mark.parametrize("seed", range(10))
def test_a_long_report_of_them_has_none(seed: int) -> None:
    shuffled = random.Random(seed).sample(CONSISTENT, len(CONSISTENT))
    assert audit("\n".join(shuffled), document=False).findings == ()


def test_what_holds_alone_holds_in_company() -> None:
    alone = sum(len(audit(text, document=False).verified) for text in CONSISTENT)
    together = len(audit("\n".join(CONSISTENT), document=False).verified)
    assert together >= alone
