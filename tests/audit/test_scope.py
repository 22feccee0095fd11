"""Each figure says what it counts: of what time, on what day, by what channel, in what part."""

import pytest

from zhunsheng.audit import Mention, Role, Scope, extract

YEAR = "2024年，全市共受理行政复议案件1286件，审结1198件，审结率93.2%，同比增长12.5%。"
POSTED = "主动公开政府信息502条，其中门户网站359条、微信公众号143条。"
STOCK = "截至2024年12月31日，现行有效规范性文件12件。"
GREW = "法治讲座由2023年的15场增加到2024年的24场，增加9场，日均服务3人。"
CALLS = "12345热线受理诉求900件，完成年度目标50件。"


def told(text: str, figure: str) -> Scope:
    (mention,) = (m for m in extract(text, scope=True) if m.text == figure)
    assert mention.scope is not None
    return mention.scope


@pytest.mark.parametrize(
    ("text", "figure", "role"),
    [
        (YEAR, "1286件", Role.TOTAL),
        (YEAR, "1198件", Role.COUNT),
        (YEAR, "93.2%", Role.RATE),
        (YEAR, "12.5%", Role.CHANGE),
        (POSTED, "359条", Role.PART),
        (POSTED, "143条", Role.PART),
        (GREW, "15场", Role.EARLIER),
        (GREW, "9场", Role.CHANGE),
        (GREW, "3人", Role.AVERAGE),
        (CALLS, "50件", Role.TARGET),
        ("咨询类60件，占12%。", "12%", Role.SHARE),
    ],
)
def test_a_figure_plays_a_part(text: str, figure: str, role: Role) -> None:
    assert told(text, figure).role is role


@pytest.mark.parametrize(
    ("text", "figure", "counted"),
    [
        (YEAR, "1286件", "行政复议案件"),
        (YEAR, "93.2%", "审结率"),
        (POSTED, "502条", "政府信息"),
        (POSTED, "359条", "门户网站"),
        (STOCK, "12件", "现行有效规范性文件"),
        (CALLS, "900件", "诉求"),
        ("共办理26件建议。", "26件", "建议"),
        ("审结9件。", "9件", ""),
    ],
)
def test_it_says_what_is_counted(text: str, figure: str, counted: str) -> None:
    assert told(text, figure).counted == counted


@pytest.mark.parametrize(
    ("text", "figure", "period", "as_of"),
    [
        (YEAR, "1198件", "2024年", ""),
        (STOCK, "12件", "", "2024年12月31日"),
        (GREW, "15场", "2023年", ""),
        (GREW, "24场", "2024年", ""),
        ("2024年上半年举办讲座4次。", "4次", "2024年上半年", ""),
        ("2024年推进普法。\n举办讲座4次。", "4次", "2024年", ""),
        ("截至目前，备案8件。", "8件", "", "目前"),
        ("备案8件。", "8件", "", ""),
    ],
)
def test_it_is_of_a_time_or_on_a_day(text: str, figure: str, period: str, as_of: str) -> None:
    scope = told(text, figure)
    assert (scope.period, scope.as_of) == (period, as_of)


@pytest.mark.parametrize(
    ("text", "figure", "channel"),
    [
        (POSTED, "502条", ""),
        (POSTED, "143条", "微信公众号"),
        (CALLS, "900件", "12345热线"),
        (CALLS, "50件", ""),
    ],
)
def test_it_came_by_a_channel(text: str, figure: str, channel: str) -> None:
    assert told(text, figure).channel == channel


def test_scope_is_told_where_the_figure_stands_in_the_original() -> None:
    text = "\n\n  2024年受理行政复议案件\n1286件。"
    (plain,), (scoped,) = extract(text), extract(text, scope=True)
    assert plain.scope is None
    assert isinstance(scoped, Mention)
    assert (scoped.start, scoped.end) == (plain.start, plain.end)
    assert text[scoped.start : scoped.end] == "1286件"


def test_nothing_else_of_a_figure_changes() -> None:
    for text in (YEAR, POSTED, STOCK, GREW, CALLS):
        plain = [(m.start, m.value, m.unit, m.approx) for m in extract(text)]
        assert [(m.start, m.value, m.unit, m.approx) for m in extract(text, scope=True)] == plain
