"""The tour: the same in both languages, each of its pictures there, and all of them small."""

import re

import pytest

from tests.browser.tour import FOLDER, PICTURES

MOST_BYTES = 1_500_000
GUIDES = {"en": "tour.md", "zh": "tour.zh.md"}


def guide(language: str) -> str:
    return (FOLDER.parent / GUIDES[language]).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", GUIDES)
def test_every_picture_is_shown_once_in_the_language_of_the_guide(language: str) -> None:
    shown = re.findall(r"!\[[^\]]+\]\(tour/([\w-]+)\.(\w+)\.webp\)", guide(language))
    assert sorted(name for name, _ in shown) == sorted(PICTURES)
    assert shown == [(name, language) for name, _ in shown]


def test_the_two_guides_tell_the_same_day() -> None:
    told = {
        language: (
            re.findall(r"^## (\d\d:\d\d)", text, re.MULTILINE),
            re.findall(r"tour/([\w-]+)\.", text),
            len(re.findall(r"\n\n", text)),
        )
        for language in GUIDES
        if (text := guide(language))
    }
    assert told["en"] == told["zh"]


def test_the_pictures_are_small_and_none_is_left_over() -> None:
    files = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert files.keys() == {f"{name}.{language}.webp" for name in PICTURES for language in GUIDES}
    assert sum(files.values()) <= MOST_BYTES
