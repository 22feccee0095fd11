"""The text proposed for the report, the form, the terms: they name only what exists."""

import re
import tomllib
from pathlib import Path

from zhunsheng.kernel.declare import Rate, law
from zhunsheng.kernel.testing import columns_of
from zhunsheng.regimes.oversight.models import Body, ContactMeans, Role, SupervisionKind, TeamRemark
from zhunsheng.regimes.oversight.regime import REGIME

FOLDER = Path(__file__).parent.parent
_TOKEN = re.compile(r"\{[#^/]?([a-z_.]+)(?:\|[^}]*)?\}")
#: Words that claim a whole must rest on a rate with its denominator, never on ready-made text.
#: Text that stands only where a rate is whole.
_OF_A_WHOLE = re.compile(r"\{#([a-z_.]+)\|all\}.*?\{/\1\}")
_ABSOLUTE = ("全部", "完全", "全程", "全覆盖", "均", "逐件", "逐条", "逐项", "100%")


def _narrative() -> str:
    text = (FOLDER / "narrative.zh.md").read_text(encoding="utf-8")
    return text[text.index("## ") :]


def _submissions() -> str:
    return (FOLDER / "reports" / "submissions_annual.zh.md").read_text(encoding="utf-8")


def test_the_narrative_names_only_figures_that_exist() -> None:
    known = {figure.key for figure in REGIME.all_figures()} | {"year", "agency"}
    assert set(_TOKEN.findall(_narrative())) - known == set()


def test_no_number_is_typed_in_the_narrative() -> None:
    words = _TOKEN.sub("", _narrative())
    assert re.findall(r"[0-9０-９]|[一二两三四五六七八九十百]+[件次条项个]", words) == []


def test_the_narrative_claims_no_whole() -> None:
    freely = _OF_A_WHOLE.sub("", _narrative())
    assert [word for word in _ABSOLUTE if word in freely] == []


def test_every_section_opened_is_closed() -> None:
    for paragraph in _narrative().splitlines():
        opened: list[str] = []
        for mark, key in re.findall(r"\{([#^/])([a-z_.]+)(?:\|all)?\}", paragraph):
            if mark == "/":
                assert opened.pop() == key
            else:
                opened.append(key)
        assert opened == []


def test_a_satisfaction_is_printed_with_both_its_numbers() -> None:
    rate = next(f for f in REGIME.all_figures() if f.key == "oversight.satisfaction").measure
    assert isinstance(rate, Rate)
    for text in (_narrative(), _submissions()):
        before, _, rest = text.partition("{#oversight.satisfaction|all}")
        partly = rest.partition("{^oversight.satisfaction|all}")[2].partition("{/")[0]
        assert before.endswith(f"已答复的{{{rate.denominator}}}件")
        assert f"{{{rate.numerator}}}件" in partly


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
        "oversight.submissions": set(Role.values),
        "oversight.suggestions": set(Role.values),
        "oversight.proposals": set(Role.values),
        "oversight.answered": set(Body.values),
        "oversight.contacts": set(ContactMeans.values),
        "oversight.supervision": set(SupervisionKind.values),
    }


def test_an_answered_remark_is_offered_as_a_problem() -> None:
    (offer,) = REGIME.offers
    assert (offer.role, offer.of) == ("answers_problem", TeamRemark)


def test_the_rules_of_this_folder_are_local_and_say_that_they_are_not_verified() -> None:
    own = tomllib.loads((FOLDER / "rules.toml").read_text(encoding="utf-8"))["rule"]
    for entry in own:
        rule = law().rule(entry["key"])
        assert not rule.blocks({})
        assert "未核实" in rule.citation()
    assert {entry["key"] for entry in own} == {
        "oversight.half_yearly_report",
        "oversight.proposal_co_opinion",
        "oversight.proposal_contact",
        "oversight.proposal_feedback",
        "oversight.proposal_reassign",
        "oversight.proposal_result_class",
        "oversight.summary_term",
    }


def test_every_instrument_the_regime_names_is_known() -> None:
    assert set(REGIME.law) - set(law().instruments) == set()


def test_every_term_is_complete() -> None:
    terms = tomllib.loads((FOLDER / "terms.toml").read_text(encoding="utf-8"))["term"]
    for term in terms:
        assert set(term) == {"identifier", "zh", "en", "definition_en"}
    identifiers = [term["identifier"] for term in terms]
    assert len(set(identifiers)) == len(identifiers)
