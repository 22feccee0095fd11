"""One term, one word in each language, one identifier — and the identifier is in the code."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tracked import ROOT, shown, text_of, tracked

CORE = ROOT / "docs" / "glossary.toml"
OWN = sorted((ROOT / "src" / "zhunsheng" / "regimes").glob("*/terms.toml"))
REQUIRED = {"identifier", "zh", "en", "definition_en"}
OPTIONAL = {"definition_zh", "source", "not_to_confuse_with"}


def terms(path: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = tomllib.loads(text_of(path))["term"]
    return read


def everything() -> list[dict[str, Any]]:
    return [term for path in (CORE, *OWN) for term in terms(path)]


@pytest.mark.parametrize("path", [CORE, *OWN], ids=shown)
def test_each_term_is_whole(path: Path) -> None:
    for term in terms(path):
        assert term.keys() >= REQUIRED, term
        assert term.keys() <= REQUIRED | OPTIONAL, term
        assert all(term[key] for key in REQUIRED), term
        assert re.fullmatch(r"[a-z][a-z0-9_]*", term["identifier"]), term
        assert re.search(r"[\u4e00-\u9fff]", term["zh"]), term
        assert re.fullmatch(r"[ -~—–]+", term["en"]), term


@pytest.mark.parametrize("key", ["identifier", "zh"])
def test_no_term_stands_twice(key: str) -> None:
    counted = Counter(term[key] for term in everything())
    assert [name for name, times in counted.items() if times > 1] == []


def test_what_is_not_to_be_confused_exists() -> None:
    known = {term["identifier"] for term in everything()}
    lost = {
        (term["identifier"], other)
        for term in everything()
        for other in term.get("not_to_confuse_with", ())
        if other not in known
    }
    assert lost == set()


def test_every_core_identifier_is_used_in_the_code() -> None:
    code = "\n".join(text_of(p) for p in tracked() if p.suffix == ".py" and "src" in p.parts)
    words = set(re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", code).lower()))
    unused = [
        term["identifier"]
        for term in terms(CORE)
        if not set(term["identifier"].split("_")) <= words
    ]
    assert unused == []
