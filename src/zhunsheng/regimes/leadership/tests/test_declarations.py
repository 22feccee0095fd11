"""What the regime declares names only what exists, and asks no more than it needs."""

import re
import tomllib
from pathlib import Path

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import columns_of
from zhunsheng.regimes.leadership.models import AccountForm, ActKind, MeetingKind, PlanKind
from zhunsheng.regimes.leadership.regime import REGIME

FOLDER = Path(__file__).parent.parent
_TOKEN = re.compile(r"\{[#^/]?([a-z_.]+)(?:\|[^}]*)?\}")
_ABSOLUTE = ("全部", "完全", "全程", "全覆盖", "均", "逐项", "100%")


def _narrative() -> str:
    text = (FOLDER / "narrative.zh.md").read_text(encoding="utf-8")
    return text[text.index("## ") :]


def test_the_narrative_names_only_figures_that_exist() -> None:
    known = {figure.key for figure in REGIME.all_figures()} | {"year", "agency"}
    assert set(_TOKEN.findall(_narrative())) - known == set()


def test_no_number_is_typed_and_no_whole_is_claimed_in_the_narrative() -> None:
    words = _TOKEN.sub("", _narrative())
    assert re.findall(r"[0-9０-９]|[二两三四五六七八九十百]+[次项个份]", words) == []
    assert [word for word in _ABSOLUTE if word in words] == []


def test_what_was_not_done_is_said_and_not_left_out() -> None:
    without = set(re.findall(r"\{\^([a-z_.]+)\}", _narrative()))
    acts = {f"leadership.principal_acts{k}" for k in ("", ".in_person", ".preside", ".account")}
    assert acts | {"leadership.rule_of_law_meetings"} <= without


def test_the_outline_feeds_the_measures_and_the_principal_s_item() -> None:
    outline = tomllib.loads((FOLDER / "outline.toml").read_text(encoding="utf-8"))
    sections = re.findall(r"^## (\S+)$", _narrative(), re.MULTILINE)
    assert [s for part in outline["part"] for s in part["sections"]] == sections
    assert [(p["under"], p["order"]) for p in outline["part"]] == [
        ("measures", 10),
        ("principal", 10),
    ]


def test_a_form_asks_for_eight_fields_at_most() -> None:
    for register in REGIME.registers:
        assert len([c for c in columns_of(register) if c.required]) <= 8


def test_the_parts_of_a_figure_are_all_the_choices_of_its_field() -> None:
    parts = {f.key: {v for v, _, _ in f.parts.values} for f in REGIME.figures if f.parts}
    assert parts == {
        "leadership.plans": set(PlanKind.values),
        "leadership.acts": set(ActKind.values),
        "leadership.rule_of_law_meetings": set(MeetingKind.values),
        "leadership.principal_acts.account": set(AccountForm.values),
    }


def test_a_rule_that_was_not_verified_never_blocks_and_says_so() -> None:
    own = tomllib.loads((FOLDER / "rules.toml").read_text(encoding="utf-8"))["rule"]
    verified = {"leadership.first_responsible", "leadership.in_person"}
    for entry in own:
        rule = law().rule(entry["key"])
        assert not rule.blocks({})
        assert ("未核实" in rule.citation()) is (entry["key"] not in verified)


def test_every_instrument_the_regime_names_is_known() -> None:
    assert set(REGIME.law) - set(law().instruments) == set()
