"""The text proposed for the report, the form, the terms: they name only what exists."""

import re
import tomllib
from pathlib import Path

from zhunsheng.kernel.testing import columns_of
from zhunsheng.regimes.disclosure.models import Publication
from zhunsheng.regimes.disclosure.models.publication import Category
from zhunsheng.regimes.disclosure.models.request import Applicant, Reply
from zhunsheng.regimes.disclosure.regime import REGIME

FOLDER = Path(__file__).parent.parent
_TOKEN = re.compile(r"\{[#^/]?([a-z_.]+)(?:\|[^}]*)?\}")


def _narrative() -> str:
    text = (FOLDER / "narrative.zh.md").read_text(encoding="utf-8")
    return text[text.index("## ") :]


def test_the_narrative_names_only_figures_that_exist() -> None:
    known = {figure.key for figure in REGIME.all_figures()} | {"year", "agency"}
    assert set(_TOKEN.findall(_narrative())) - known == set()


def test_the_narrative_lists_every_category_the_empty_ones_by_name() -> None:
    assert "{disclosure.items|parts}" in _narrative()
    assert "{#disclosure.items|none}{disclosure.items|none}" in _narrative()


def test_no_number_is_typed_in_the_narrative() -> None:
    words = _TOKEN.sub("", _narrative())
    assert re.findall(r"[0-9０-９]|[一二两三四五六七八九十百]+[件次条项个]", words) == []


def test_every_section_opened_is_closed() -> None:
    for paragraph in _narrative().splitlines():
        opened: list[str] = []
        for mark, key in re.findall(r"\{([#^/])([a-z_.]+)(?:\|(?:all|none))?\}", paragraph):
            if mark == "/":
                assert opened.pop() == key
            else:
                opened.append(key)
        assert opened == []


def test_the_outline_takes_every_section_once() -> None:
    outline = tomllib.loads((FOLDER / "outline.toml").read_text(encoding="utf-8"))
    sections = re.findall(r"^## (\S+)$", _narrative(), re.MULTILINE)
    assert [s for part in outline["part"] for s in part["sections"]] == sections


def test_a_form_asks_for_eight_fields_at_most() -> None:
    for register in REGIME.registers:
        required = [c.name for c in columns_of(register) if c.required]
        assert len(required) <= 8, required


def test_the_parts_of_a_figure_are_all_the_choices_of_its_field() -> None:
    parts = {f.key: {v for v, _, _ in f.parts.values} for f in REGIME.figures if f.parts}
    assert parts["disclosure.items"] == set(Category.values)
    assert parts["disclosure.requests.new"] == set(Applicant.values)
    assert parts["disclosure.requests.handled"] == set(Reply.values)


def test_what_is_published_is_offered_as_a_publication() -> None:
    assert {o.role for o in REGIME.offers} == {"publication", "posted"}
    offer = next(o for o in REGIME.offers if o.role == "publication")
    assert (offer.role, offer.of) == ("publication", Publication)


def test_every_term_is_complete() -> None:
    terms = tomllib.loads((FOLDER / "terms.toml").read_text(encoding="utf-8"))["term"]
    for term in terms:
        assert set(term) == {"identifier", "zh", "en", "definition_en"}
    identifiers = [term["identifier"] for term in terms]
    assert len(set(identifiers)) == len(identifiers)
