"""What the regime declares names only what exists, and asks no more than it needs."""

import re
import tomllib
from pathlib import Path

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import columns_of
from zhunsheng.regimes.services.models import Channel, GuidedKind, Level
from zhunsheng.regimes.services.regime import REGIME

FOLDER = Path(__file__).parent.parent
_TOKEN = re.compile(r"\{[#^/]?([a-z_.]+)(?:\|[^}]*)?\}")
_ABSOLUTE = ("全部", "完全", "全程", "全覆盖", "均", "逐项", "100%")
#: Text that stands only where a rate is whole.
_OF_A_WHOLE = re.compile(r"\{#([a-z_.]+)\|all\}.*?\{/\1\}")


def _narrative() -> str:
    text = (FOLDER / "narrative.zh.md").read_text(encoding="utf-8")
    return text[text.index("## ") :]


def test_the_narrative_names_only_figures_that_exist() -> None:
    known = {figure.key for figure in REGIME.all_figures()} | {"year", "agency"}
    assert set(_TOKEN.findall(_narrative())) - known == set()


def test_no_number_is_typed_and_no_whole_is_claimed_in_the_narrative() -> None:
    words = _TOKEN.sub("", _narrative())
    assert re.findall(r"[0-9０-９]|[二两三四五六七八九十百]+[次项个]", words) == []
    freely = _OF_A_WHOLE.sub("", _narrative())
    assert [word for word in _ABSOLUTE if word in freely] == []


def test_the_outline_takes_every_section_once() -> None:
    outline = tomllib.loads((FOLDER / "outline.toml").read_text(encoding="utf-8"))
    sections = re.findall(r"^## (\S+)$", _narrative(), re.MULTILINE)
    assert [s for part in outline["part"] for s in part["sections"]] == sections


def test_a_form_asks_for_eight_fields_at_most() -> None:
    for register in REGIME.registers:
        assert len([c for c in columns_of(register) if c.required]) <= 8


def test_the_parts_of_a_figure_are_all_the_choices_of_its_field() -> None:
    parts = {f.key: {v for v, _, _ in f.parts.values} for f in REGIME.figures if f.parts}
    assert parts == {
        "services.items": set(Level.values),
        "services.powers": set(Level.values),
        "services.received": set(Channel.values),
        "services.guided": set(GuidedKind.values),
    }


def test_decisions_and_persons_are_said_as_two_measures() -> None:
    assert "办结{services.decided}件" in _narrative()
    assert "{services.guided|余}人次" in _narrative()


def test_every_term_is_complete() -> None:
    terms = tomllib.loads((FOLDER / "terms.toml").read_text(encoding="utf-8"))["term"]
    for term in terms:
        assert set(term) == {"identifier", "zh", "en", "definition_en"}


def test_every_instrument_the_regime_names_is_known() -> None:
    assert set(REGIME.law) - set(law().instruments) == set()
