"""The guide cannot lie: each of its rows is done, in both languages, and must come out as told."""

from pathlib import Path

import pytest

from tests.architecture.tracked import ROOT
from tests.docs.guide_walk import REFUSED, Walk, lives
from zhunsheng.kernel.testing import make_bureau

pytestmark = pytest.mark.django_db
PAGES = {0: ROOT / "docs/guide/README.zh.md", 1: ROOT / "docs/guide/README.md"}
LIVES = [
    pytest.param(page, language, heading, id=heading)
    for language, page in PAGES.items()
    for heading in lives(page)
]


@pytest.mark.parametrize(("page", "language", "heading"), LIVES)
def test_a_life_goes_as_the_guide_tells_it(page: Path, language: int, heading: str) -> None:
    walk = Walk(make_bureau(), language)
    for row in lives(page)[heading]:
        came = walk.take(row)
        refused = REFUSED[language]
        if not row.then.startswith(refused):
            assert came == row.then, row
            continue
        assert came.startswith(refused), row
        for said in row.then.removeprefix(refused).split("；"):
            assert said in came, row


def test_both_pages_tell_the_same_four_lives_row_by_row() -> None:
    chinese, english = (list(lives(page).values()) for page in PAGES.values())
    assert [len(rows) for rows in chinese] == [len(rows) for rows in english]
    assert len(chinese) == 4
    for mine, theirs in zip(chinese, english, strict=True):
        assert [row.on for row in mine] == [row.on for row in theirs]
