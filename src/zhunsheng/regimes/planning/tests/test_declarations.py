"""The text proposed for the report, the forms, the terms: they name only what exists."""

import re
import tomllib
from pathlib import Path

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import columns_of
from zhunsheng.regimes.planning.models import Evidence, NextTask
from zhunsheng.regimes.planning.regime import REGIME

FOLDER = Path(__file__).parent.parent
_TOKEN = re.compile(r"\{[^{}]*\}")
#: Words that claim a whole must rest on a rate with its denominator, never on ready-made text.
_ABSOLUTE = ("全部", "完全", "全程", "全覆盖", "均", "逐件", "逐条", "逐项", "100%")


def _narrative() -> str:
    text = (FOLDER / "narrative.zh.md").read_text(encoding="utf-8")
    return text[text.index("## ") :]


def test_no_number_is_typed_and_no_whole_is_claimed() -> None:
    words = _TOKEN.sub("", _narrative())
    assert re.findall(r"[0-9０-９]|[一二两三四五六七八九十百]+[件次条项个]", words) == []
    assert [word for word in _ABSOLUTE if word in words] == []


def test_a_problem_is_printed_with_its_cause_and_a_task_with_who_and_when() -> None:
    text = _narrative()
    assert "{planning.problems|each:<statement>，主要原因是<cause>}" in text
    assert "<division>" in text
    assert "<due_on>" in text


def test_it_feeds_shortcomings_and_next_year_each_section_once() -> None:
    outline = tomllib.loads((FOLDER / "outline.toml").read_text(encoding="utf-8"))
    assert [part["under"] for part in outline["part"]] == ["shortcomings", "next_year"]
    sections = re.findall(r"^## (\S+)$", _narrative(), re.MULTILINE)
    assert [s for part in outline["part"] for s in part["sections"]] == sections


def test_a_form_asks_for_eight_fields_at_most_and_a_problem_for_its_cause() -> None:
    for register in REGIME.registers:
        required = [c.name for c in columns_of(register) if c.required]
        assert len(required) <= 8, required
    assert "cause" in [c.name for c in columns_of(REGIME.registers[0]) if c.required]


def test_the_parts_of_problems_are_every_kind_of_evidence() -> None:
    (whole,) = (f for f in REGIME.figures if f.parts)
    assert whole.parts
    assert {value for value, _, _ in whole.parts.values} == set(Evidence.values)


def test_a_task_is_offered_to_next_years_plan() -> None:
    (offer,) = REGIME.offers
    assert (offer.role, offer.of) == ("next_year_task", NextTask)


def test_every_instrument_the_regime_names_is_known_and_every_term_complete() -> None:
    assert set(REGIME.law) - set(law().instruments) == set()
    terms = tomllib.loads((FOLDER / "terms.toml").read_text(encoding="utf-8"))["term"]
    for term in terms:
        assert set(term) == {"identifier", "zh", "en", "definition_en"}
