"""The text proposed for the report, the forms, the terms: they name only what exists."""

import re
import tomllib
from pathlib import Path

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import columns_of
from zhunsheng.regimes.outreach.models.activity import Basis, Channel, EventKind
from zhunsheng.regimes.outreach.models.duty_list import MarkedDay
from zhunsheng.regimes.outreach.regime import REGIME

FOLDER = Path(__file__).parent.parent
_TOKEN = re.compile(r"\{[#^/]?([a-z_.]+)(?:\|[^}]*)?\}")
#: Words that claim a whole must rest on a rate with its denominator, never on ready-made text.
_ABSOLUTE = ("全部", "完全", "全程", "全覆盖", "均", "逐件", "逐条", "逐项", "100%")


def _narrative() -> str:
    text = (FOLDER / "narrative.zh.md").read_text(encoding="utf-8")
    return text[text.index("## ") :]


def test_no_number_is_typed_in_the_narrative() -> None:
    words = _TOKEN.sub("", _narrative())
    assert re.findall(r"[0-9０-９]|[一二两三四五六七八九十百]+[件次条项个场]", words) == []


def test_the_narrative_claims_no_whole() -> None:
    assert [word for word in _ABSOLUTE if word in _narrative()] == []


def test_head_counts_are_said_about_and_by_basis() -> None:
    text = _narrative()
    assert "{outreach.events.people|约}" in text
    assert "{outreach.events.people|parts}" in text


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
    assert parts == {
        "outreach.online": set(Channel.values),
        "outreach.events": set(EventKind.values),
        "outreach.events.marked": set(MarkedDay.values),
        "outreach.events.people": set(Basis.values),
    }


def test_every_instrument_the_regime_names_is_known() -> None:
    assert set(REGIME.law) - set(law().instruments) == set()


def test_every_term_is_complete() -> None:
    terms = tomllib.loads((FOLDER / "terms.toml").read_text(encoding="utf-8"))["term"]
    for term in terms:
        assert set(term) == {"identifier", "zh", "en", "definition_en"}
    identifiers = [term["identifier"] for term in terms]
    assert len(set(identifiers)) == len(identifiers)
