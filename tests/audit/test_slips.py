"""Most slips of a pen in passages of the genre are found, and none is seen where none is."""

import random
from pathlib import Path

import pytest

from tests.audit.slips import Tied, broken, passages
from tests.audit.test_genre import accused

PASSAGES = list(passages(Path(__file__).parent / "slips.txt"))
FOUND = 0.88  # of all slips that break a relation; `make score` tells the rest


@pytest.mark.parametrize("tied", PASSAGES, ids=lambda tied: tied.text[:12])
def test_a_passage_whose_figures_agree_is_not_accused(tied: Tied) -> None:
    assert tied.holds(tied.figures)
    assert accused(tied.written(tied.figures)) == []


def test_most_slips_are_found() -> None:
    chance = random.Random(7)
    wrong = [text for tied in PASSAGES for text in broken(tied, chance)]
    missed = [text for text in wrong if not accused(text)]
    assert len(missed) <= (1 - FOUND) * len(wrong), f"{len(missed)} of {len(wrong)}"
