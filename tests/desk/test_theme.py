"""Light or dark: chosen once, kept in the browser, in the page as it arrives."""

import re
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from tests.desk.people import People

CSS = Path(settings.ROOT) / "src/zhunsheng/desk/static/desk/desk.css"
HOME = reverse("desk:home")


def test_the_chosen_theme_is_in_the_page_as_it_arrives_until_the_system_decides_again(
    people: People,
) -> None:
    browser = people.at("recorder")
    assert "data-theme" not in browser.get(HOME).text
    for theme in ("dark", "light"):
        answer = browser.post(reverse("desk:theme"), {"theme": theme, "next": HOME})
        assert answer.headers["Location"] == HOME
        assert f'data-theme="{theme}"' in browser.get(HOME).text
        assert f'data-theme="{theme}"' in browser.get("/").text
    browser.post(reverse("desk:theme"), {"theme": "system"})
    assert "data-theme" not in browser.get(HOME).text


def test_a_cookie_nobody_set_here_chooses_nothing(people: People) -> None:
    browser = people.at("recorder")
    browser.cookies["zhunsheng_theme"] = 'x" onload="'
    assert "data-theme" not in browser.get(HOME).text


def test_dark_is_the_same_whether_chosen_or_asked_for_by_the_system() -> None:
    text = CSS.read_text(encoding="utf-8")
    by_system = re.search(r":root:not\(\[data-theme=light\]\) \{(.*?)\}", text, re.DOTALL)
    by_choice = re.search(r":root\[data-theme=dark\] \{(.*?)\}", text, re.DOTALL)
    assert by_system
    assert by_choice
    assert by_system.group(1) == by_choice.group(1)
