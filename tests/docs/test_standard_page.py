"""The page of clauses is what the generator makes, and each clause names tests that exist."""

import re
from pathlib import Path

from zhunsheng.config.reference.standard import DOCS, PAGE, clauses, pictures, text

TESTS = Path(__file__).parents[1] / "gongwen"


def test_the_page_has_not_drifted() -> None:
    assert PAGE.read_text(encoding="utf-8") == text(), "make docs"


def test_every_clause_has_its_picture_and_it_can_be_made_again() -> None:
    made = pictures()
    assert len(made) == len(clauses())
    kept = {path.name for path in (DOCS / "gb-t-9704").glob("*.png")}
    assert kept == set(made)
    assert all(data.startswith(b"\x89PNG") for data in made.values())


def test_every_clause_is_measured_by_a_test() -> None:
    written = "\n".join(
        path.read_text(encoding="utf-8") for path in TESTS.glob("test_standard*.py")
    )
    for clause in clauses():
        for name in re.split(r",\s*", clause["test"]):
            assert f"def {name}_" in written, name
