"""Passages of the genre: none is accused as it stands, and most slips of a pen are found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhunsheng.audit import Finding, audit

LINES = [
    line
    for line in (Path(__file__).parent / "genre.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PASSAGES = [line for line in LINES if not line.startswith(("  ", "✗"))]
FOUND = 0.81  # of all slips; `make score` tells the rest


def accused(text: str) -> list[Finding]:
    """The findings about figures."""
    told = audit(text, document=False).findings
    return [finding for finding in told if finding.code.startswith(("REL", "REP", "QTY"))]


def slips() -> Iterator[str]:
    """Every passage with one figure mistyped."""
    passage = ""
    for line in LINES:
        if line.startswith("✗"):
            yield line.removeprefix("✗ ")
        elif line.startswith("  "):
            old, new = (part.strip() for part in line.split(">"))
            assert passage.count(old) == 1, f"{old} stands more than once in {passage}"
            yield passage.replace(old, new)
        else:
            passage = line


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_whose_figures_agree_is_not_accused(passage: str) -> None:
    assert accused(passage) == []


def test_most_slips_are_found() -> None:
    wrong = list(slips())
    missed = [text for text in wrong if not accused(text)]
    assert len(missed) <= (1 - FOUND) * len(wrong), "\n".join(missed)
