"""No link in a document leads nowhere, and the two readmes tell the same."""

import re
from pathlib import Path

import pytest

from tests.architecture.tracked import ROOT, shown, text_of, tracked

PAGES = tuple(p for p in tracked() if p.suffix == ".md")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", text_of(page), flags=re.DOTALL)
    targets = [t for t in LINK.findall(text) if "://" not in t and not t.startswith("mailto:")]
    assert [t for t in targets if not (page.parent / t).exists()] == []


def test_the_readme_begins_with_the_two_commands() -> None:
    for name in ("README.md", "README.zh.md"):
        first = text_of(ROOT / name).splitlines()[:6]
        assert any(line.startswith("make run ") for line in first)
        assert any(line.startswith("make test ") for line in first)


def test_the_two_readmes_are_equal_in_structure() -> None:
    def structure(name: str) -> tuple[list[int], set[str], set[str]]:
        text = text_of(ROOT / name)
        headings = [len(mark) for mark in re.findall(r"^(#+) ", text, flags=re.MULTILINE)]
        commands = set(re.findall(r"`make ([a-z-]+)", text))
        return headings, commands, {link.replace(".zh.md", ".md") for link in LINK.findall(text)}

    assert structure("README.md") == structure("README.zh.md")


def test_every_verb_of_make_is_one_of_the_script() -> None:
    make = text_of(ROOT / "Makefile")
    script = text_of(ROOT / "start.py")
    verbs = re.findall(r'^    "([a-z-]+)": ', script, flags=re.MULTILINE)
    named = set(re.findall(r"^VERBS := (.*)$", make, flags=re.MULTILINE)[0].split())
    named |= {"score", "screenshots", "new-regime", "new-check"}
    assert named == set(verbs)


def test_decisions_are_numbered_once_and_titled_by_the_decision() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    numbers = [p.name[:4] for p in records]
    assert len(numbers) == len(set(numbers))
    for record in records:
        text = text_of(record)
        assert text.startswith(f"# {record.name[:4]} "), shown(record)
        for heading in ("Context", "Decision", "Consequences", "Alternatives"):
            assert f"**{heading}.**" in text, f"{shown(record)} lacks {heading}"
