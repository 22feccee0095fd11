"""What the regime declares names only what exists, and asks no more than it needs."""

import re
import tomllib
from pathlib import Path

import pytest

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import columns_of
from zhunsheng.regimes.study.models import Forum
from zhunsheng.regimes.study.regime import REGIME

FOLDER = Path(__file__).parent.parent
_TOKEN = re.compile(r"\{[#^/]?([a-z_.]+)(?:\|[^}]*)?\}")
#: Text that stands only where a rate is whole.
_OF_A_WHOLE = re.compile(r"\{#([a-z_.]+)\|all\}.*?\{/\1\}")
_ABSOLUTE = ("全部", "完全", "全程", "全覆盖", "均", "逐项", "100%")


def _narrative() -> str:
    text = (FOLDER / "narrative.zh.md").read_text(encoding="utf-8")
    return text[text.index("## ") :]


def test_the_narrative_names_only_figures_that_exist() -> None:
    known = {figure.key for figure in REGIME.all_figures()} | {"year", "agency"}
    assert set(_TOKEN.findall(_narrative())) - known == set()


def test_no_number_is_typed_and_no_whole_is_claimed_in_the_narrative() -> None:
    words = _TOKEN.sub("", _narrative())
    freely = _OF_A_WHOLE.sub("", _narrative())
    assert re.findall(r"[0-9０-９]|[二两三四五六七八九十百]+[次项个]", words) == []
    assert [word for word in _ABSOLUTE if word in freely] == []


def test_a_rate_is_printed_beside_both_its_numbers() -> None:
    (sentence,) = re.findall(r"应到[^。]*。", _narrative())
    assert _TOKEN.findall(sentence) == ["study.expected", "study.attended", "study.attendance"]


def test_the_outline_takes_every_section_once() -> None:
    outline = tomllib.loads((FOLDER / "outline.toml").read_text(encoding="utf-8"))
    sections = re.findall(r"^## (\S+)$", _narrative(), re.MULTILINE)
    assert [s for part in outline["part"] for s in part["sections"]] == sections


def test_a_form_asks_for_eight_fields_at_most() -> None:
    for register in REGIME.registers:
        assert len([c for c in columns_of(register) if c.required]) <= 8


def test_the_forums_are_all_counted() -> None:
    (parts,) = [f.parts for f in REGIME.figures if f.parts]
    assert {value for value, _, _ in parts.values} == set(Forum.values)


@pytest.mark.parametrize("key", sorted({d.rule for d in REGIME.duties} | {"study.first_topic"}))
def test_no_rule_of_study_was_verified_and_none_blocks(key: str) -> None:
    rule = law().rule(key)
    assert not rule.blocks({})
    assert "未核实" in rule.citation()


def test_every_instrument_the_regime_names_is_known() -> None:
    assert set(REGIME.law) - set(law().instruments) == set()
