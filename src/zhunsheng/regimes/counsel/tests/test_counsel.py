"""What counsel was asked, what a row may say, and what the year adds up to."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.declare import RowCheck, law
from zhunsheng.kernel.testing import (
    Bureau,
    NotAllowedError,
    Obligation,
    Scope,
    Taking,
    check_identities,
    columns_of,
    facts,
    make_bureau,
    take,
    void,
)
from zhunsheng.regimes.counsel.checks import ENGAGEMENT_CHECKS, LAWYER_CHECKS, OPINION_CHECKS
from zhunsheng.regimes.counsel.models import (
    Adoption,
    ContractReview,
    Engagement,
    GovernmentLawyer,
    Opinion,
    OpinionKind,
)
from zhunsheng.regimes.counsel.regime import REGIME

FOLDER = Path(__file__).parent.parent
ASKED = date(2024, 6, 3)


@pytest.fixture
def bureau(db: None) -> Bureau:
    return make_bureau()


def opinion(bureau: Bureau, title: str, **values: Any) -> Opinion:
    given = {"kind": "policy", "asked_on": ASKED, "adviser": "叶衡", "no_conflict": True}
    return bureau.confirmed(Opinion, division="legal", title=title, **{**given, **values})


def test_a_form_asks_for_eight_fields_at_most_and_names_known_law() -> None:
    for register in REGIME.registers:
        assert len([c for c in columns_of(register) if c.required]) <= 8
    assert set(REGIME.law) - set(law().instruments) == set()


def test_the_narrative_types_no_number_and_names_only_figures_that_exist() -> None:
    text = (FOLDER / "narrative.zh.md").read_text(encoding="utf-8")
    text = text[text.index("## ") :]
    token = re.compile(r"\{[#^/]?([a-z_.]+)(?:\|[^}]*)?\}")
    known = {figure.key for figure in REGIME.all_figures()} | {"year", "agency"}
    assert set(token.findall(text)) <= known
    assert re.findall(r"[0-9０-９]", token.sub("", text)) == []
    outline = tomllib.loads((FOLDER / "outline.toml").read_text(encoding="utf-8"))
    assert outline["part"][0]["sections"] == re.findall(r"^## (\S+)$", text, re.MULTILINE)


def test_parts_are_all_the_choices_of_their_field() -> None:
    parts = {f.key: {v for v, _, _ in f.parts.values} for f in REGIME.figures if f.parts}
    assert parts == {
        "counsel.opinions": set(OpinionKind.values),
        "counsel.handled": set(Adoption.values),
    }


@pytest.mark.parametrize(
    ("checks", "bad", "good"),
    [
        (
            ENGAGEMENT_CHECKS,
            {"starts_on": ASKED, "ends_on": date(2024, 6, 2)},
            {"starts_on": ASKED, "ends_on": None},
        ),
        (
            LAWYER_CHECKS,
            {"since_on": ASKED, "until_on": date(2024, 6, 2)},
            {"since_on": ASKED, "until_on": ASKED},
        ),
    ],
)
def test_a_term_does_not_end_before_it_begins(
    checks: tuple[RowCheck, ...], bad: dict[str, Any], good: dict[str, Any]
) -> None:
    assert [c.test(SimpleNamespace(**bad)) for c in checks] == [False]
    assert [c.test(SimpleNamespace(**good)) for c in checks] == [True]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"no_conflict": False}, "no_conflict"),  # a conflicted adviser is not asked
        ({"given_on": date(2024, 6, 2)}, "given_on"),
        ({"adoption": "adopted", "handled_on": ASKED}, "adoption"),
        ({"given_on": ASKED, "adoption": "adopted"}, "handled_on"),
        ({"given_on": ASKED, "handled_on": ASKED}, "handled_on"),
        ({"given_on": ASKED, "adoption": "not", "handled_on": ASKED}, "not_adopted_reason"),
        ({"given_on": ASKED, "adoption": "partly", "handled_on": ASKED}, "not_adopted_reason"),
        ({"given_on": ASKED, "adoption": "adopted", "handled_on": date(2024, 6, 2)}, "handled_on"),
        ({"recused_on": date(2024, 6, 2), "conflict": "代理对方"}, "recused_on"),
        ({"recused_on": ASKED, "given_on": ASKED, "conflict": "代理对方"}, "recused_on"),
        ({"recused_on": ASKED}, "conflict"),
    ],
)
def test_what_a_row_of_opinions_cannot_say(values: dict[str, Any], field: str) -> None:
    empty = {
        "given_on": None, "adoption": "", "not_adopted_reason": "", "recused_on": None,
        "conflict": "", "handled_on": None,
    }  # fmt: skip
    row = {"asked_on": ASKED, "no_conflict": True, **empty}
    assert all(c.test(SimpleNamespace(**row)) for c in OPINION_CHECKS)
    failed = [c.field for c in OPINION_CHECKS if not c.test(SimpleNamespace(**(row | values)))]
    assert failed == [field]


def test_the_adviser_gives_the_opinion_and_whoever_asked_does_not(bureau: Bureau) -> None:
    row = opinion(bureau, "项目任务书范本")
    day = date(2024, 6, 11)
    with pytest.raises(NotAllowedError):
        take(row, "give", Taking(by=bureau.persons["recorder"], on=day))
    adviser = bureau.persons["adviser"]
    take(row, "give", Taking(by=adviser, on=day, values={"conclusion": "合法"}))
    assert (row.stage, row.given_on, row.conclusion) == ("given", day, "合法")


def test_an_opinion_is_due_in_ten_working_days(bureau: Bureau) -> None:
    row = opinion(bureau, "项目任务书范本")
    owed = Obligation.objects.get(item_id=row.pk)
    # 10 June 2024 was the Dragon Boat holiday.
    assert owed.due_on == date(2024, 6, 18)


def test_a_small_year_adds_up(bureau: Bureau) -> None:
    opinion(bureau, "一", given_on=date(2024, 6, 11), adoption="adopted")
    opinion(
        bureau, "二", kind="norm", given_on=date(2024, 6, 28), adoption="not",
        not_adopted_reason="上级另有规定",
    )  # fmt: skip
    opinion(bureau, "三", given_on=date(2024, 6, 12))
    opinion(bureau, "尚未答复")
    opinion(bureau, "上年", asked_on=date(2023, 12, 20), given_on=date(2023, 12, 28))
    bureau.confirmed(
        ContractReview, title="服务合同", party="某公司", reviewed_on=ASKED, adviser="叶衡",
        adoption="adopted",
    )  # fmt: skip
    bureau.confirmed(Engagement, title="甲所", lawyers="叶衡", starts_on=date(2024, 1, 11))
    bureau.confirmed(
        Engagement, title="乙所", lawyers="律师", starts_on=date(2021, 1, 11),
        ends_on=date(2024, 1, 10),
    )  # fmt: skip
    bureau.confirmed(GovernmentLawyer, title="甲", certificate="1", since_on=date(2019, 9, 2))
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), [f.key for f in REGIME.all_figures()])
    assert {
        key: int(found[key].value or 0)
        for key in (
            "counsel.opinions", "counsel.opinions.norm", "counsel.opinions.policy",
            "counsel.opinions.on_time", "counsel.handled", "counsel.handled.adopted",
            "counsel.handled.not", "counsel.contracts", "counsel.engagements",
            "counsel.government_lawyers",
        )
    } == {
        "counsel.opinions": 3, "counsel.opinions.norm": 1, "counsel.opinions.policy": 2,
        "counsel.opinions.on_time": 2, "counsel.handled": 2, "counsel.handled.adopted": 1,
        "counsel.handled.not": 1, "counsel.contracts": 1, "counsel.engagements": 1,
        "counsel.government_lawyers": 1,
    }  # fmt: skip
    rate = found["counsel.adopted.rate"]
    assert (rate.numerator, rate.denominator) == (Decimal(1), Decimal(2))
    assert [c.key for c in check_identities(found) if not c.holds] == []


def test_an_adviser_is_engaged_before_the_term_of_the_last_one_ends(bureau: Bureau) -> None:
    first = bureau.confirmed(
        Engagement,
        title="明理律师事务所",
        lawyers="叶衡",
        starts_on=date(2021, 1, 11),
        ends_on=date(2024, 1, 10),
    )

    def owed() -> tuple[date, date | None]:
        row = Obligation.objects.get(item_id=first.pk, duty="counsel.engagement")
        return row.due_on, row.done_on

    assert owed() == (date(2024, 1, 10), None)
    late = bureau.confirmed(
        Engagement, title="天平律师事务所", lawyers="程正", starts_on=date(2024, 2, 1)
    )
    assert owed() == (date(2024, 1, 10), date(2024, 2, 1))
    void(late, by=bureau.persons["legal_second"], reason="录入错误")
    assert owed()[1] is None
    bureau.confirmed(Engagement, title="续聘", lawyers="叶衡", starts_on=date(2024, 1, 11))
    assert owed()[1] == date(2024, 1, 10)  # without a day between them
