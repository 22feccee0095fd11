"""Tokens become runs that know their figure; what cannot be shown is said, never left out."""

from decimal import Decimal

import pytest

from zhunsheng.kernel.figure.fact import Fact, Status
from zhunsheng.reports.render import FIGURE, GIVEN, LIST, Renderer


def fact(key: str, value: int | str | None, status: Status = Status.VALUE, **more: object) -> Fact:
    return Fact(
        key=key,
        status=status,
        value=None if value is None else Decimal(value),
        unit=str(more.pop("unit", "件")),
        period="2024",
        dated_by="",
        basis="row",
        query="",
        **more,  # type: ignore[arg-type]
    )


#: Drills by kind: fire, network, flood.
PARTS = (("a.some.fire", "消防"), ("a.some.network", "网络"), ("a.some.flood", "防汛"))


def renderer(*facts: Fact) -> Renderer:
    return Renderer(
        facts={f.key: f for f in facts},
        given={"year": "2024", "agency": "市科技局"},  # short name of the bureau
        titles=lambda key: ("创新券管理办法", "《验收办法》"),  # titles of two documents
        parts=lambda key: PARTS if key == "a.some" else (),
    )


def text_of(shown: Renderer, text: str) -> str:
    return "".join(run.text for run in shown.paragraph(text))


SOME = renderer(
    fact("a.some", 734),
    fact("a.some.fire", 700),
    fact("a.some.network", 0),
    fact("a.some.flood", 34),
    fact("a.none", 0),
    fact("a.nearly", 97, unit="%"),
    fact("a.share", "48.50", unit="%"),
    fact("a.rate", "100", unit="%", numerator=Decimal(9), denominator=Decimal(9)),
    fact("a.missing", None, Status.MISSING, missing_from=("办公室",)),  # the office
    fact("a.undefined", None, Status.UNDEFINED),
    fact("a.apart", None, Status.NOT_APPLICABLE),
)


@pytest.fixture
def shown() -> Renderer:
    return renderer(*SOME.facts.values())


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("受理{a.some}件", "受理734件"),
        ("受理{a.none}件", "受理0件"),
        ("受理{a.some|余}件", "受理700余件"),
        ("占{a.share}", "占48.5%"),
        ("{a.nearly|近}", "近100%"),
        ("满意{a.rate|of}", "满意9件（共9件）"),
        ("即{a.some|titles}", "即《创新券管理办法》《验收办法》"),
        ("包括{a.some|parts}", "包括消防700件、防汛34件"),
        ("{#a.some|none}没有{a.some|none}{/a.some}", "没有网络"),
        ("{^a.some|none}各类都有{/a.some}", ""),
        ("{#a.none|none}没有{a.none|none}{/a.none}", ""),
        ("{year}年{agency}", "2024年市科技局"),
        ("{#a.some}有{a.some}件{/a.some}{^a.some}没有{/a.some}", "有734件"),
        ("{#a.none}有{a.none}件{/a.none}{^a.none}没有{/a.none}", "没有"),
        ("{#a.some}外{#a.none}内{/a.none}外{/a.some}", "外外"),
        ("{#a.none}外{#a.some}内{/a.some}外{/a.none}", ""),
    ],
)
def test_a_token_shows_its_figure(shown: Renderer, text: str, result: str) -> None:
    assert text_of(shown, text) == result
    assert shown.problems == []


def test_parts_are_figures_of_their_own_and_names_of_those_there_are_none_of_a_list(
    shown: Renderer,
) -> None:
    runs = shown.paragraph("{a.some|parts}；{a.some|none}")
    assert [(run.text, run.ref, run.kind) for run in runs if run.ref] == [
        ("700", "a.some.fire", FIGURE),
        ("34", "a.some.flood", FIGURE),
        ("网络", "a.some", LIST),
    ]
    assert text_of(shown, "{a.missing|parts}") == "【缺：a.missing】"


def test_every_run_knows_what_it_shows(shown: Renderer) -> None:
    runs = shown.paragraph("{year}年{a.some|余}件，即{a.some|titles}。")
    assert [(run.ref, run.kind) for run in runs if run.ref or run.kind] == [
        ("", GIVEN),
        ("a.some", FIGURE),
        ("a.some", LIST),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{b.unknown}件", "没有这项指标"),  # there is no such figure
        ("{a.missing}件", "办公室尚未报送"),  # the office has not closed the register
        ("{a.undefined}", "分母为零"),  # its denominator is zero
        ("{a.apart}", "不适用"),  # does not apply
        ("{a.some|多}件", "没有“多”这种写法"),  # no such way to show it
        ("{a.none|余}件", "只有大于零的整数"),  # only whole numbers above zero
        ("{#a.some}件", "段落标记没有结束"),  # a section is not closed
        ("件{/a.some}", "段落标记不配对"),  # a mark does not match
        ("{#a.some}{#a.rate}件{/a.some}{/a.rate}", "段落标记不配对"),
    ],
)
def test_what_cannot_be_shown_is_a_problem_in_both_languages(
    shown: Renderer, text: str, why: str
) -> None:
    shown.paragraph(text)
    assert why in shown.problems[0].zh
    assert shown.problems[0].en.startswith(shown.problems[0].key)


@pytest.mark.parametrize("key", ["a.missing", "a.undefined", "a.apart", "b.unknown"])
def test_a_missing_figure_never_makes_its_sentence_vanish(shown: Renderer, key: str) -> None:
    text = f"{{#{key}}}受理{{{key}}}件。{{/{key}}}{{^{key}}}没有受理。{{/{key}}}"
    assert text_of(shown, text) == f"受理【缺：{key}】件。"
    assert [p.key for p in shown.problems] == [key]


@pytest.mark.parametrize(
    "text", ["{#b.unknown}受理若干件。{/b.unknown}", "{^b.unknown}没有。{/b.unknown}"]
)
def test_a_section_of_an_unknown_figure_is_a_problem_even_without_showing_it(
    shown: Renderer, text: str
) -> None:
    shown.paragraph(text)
    assert [p.key for p in shown.problems] == ["b.unknown"]


def test_a_section_over_a_missing_figure_is_a_problem_even_without_showing_it(
    shown: Renderer,
) -> None:
    assert text_of(shown, "{#a.missing}办理规范。{/a.missing}") == "办理规范。"
    assert [p.key for p in shown.problems] == ["a.missing"]


@pytest.mark.parametrize(
    "text", ["受理{a.some件", "受理a.some}件", "受理{A.Some}件", "受理{ a.some }件"]
)
def test_braces_that_are_no_token_are_a_problem(shown: Renderer, text: str) -> None:
    shown.paragraph(text)
    assert len(shown.problems) == 1
    assert "大括号" in shown.problems[0].zh  # a brace


@pytest.mark.parametrize(
    ("top", "text"), [(5, "均按期办结"), (4, "按期办结4件"), (0, "按期办结0件")]
)
def test_an_absolute_word_stands_only_where_the_rate_is_whole(top: int, text: str) -> None:
    rate = fact("b.rate", top * 20, numerator=Decimal(top), denominator=Decimal(5), unit="%")
    shown = renderer(rate, fact("b.done", top))
    said = "{#b.rate|all}均按期办结{/b.rate}{^b.rate|all}按期办结{b.done}件{/b.rate}"
    assert text_of(shown, said) == text
    assert shown.problems == []


def test_of_a_rate_over_nothing_neither_is_said() -> None:
    shown = renderer(fact("b.rate", None, Status.UNDEFINED, unit="%"))
    assert text_of(shown, "{#b.rate|all}均按期办结{/b.rate}") == ""
    assert shown.problems
