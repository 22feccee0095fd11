"""The three tables of the annual disclosure report, filled from the year's figures."""

from collections.abc import Iterator

from zhunsheng.kernel.declare import Line, Over, Split, Table, both
from zhunsheng.regimes.disclosure.models import Applicant, Contested, Reply, Result

_FORM = "disclosure.annual_contents"
_HANDLED = ("三、本年度办理结果", "3. handled in the year")
_TOTAL = ("总计", "total")
_NUMERALS = "一二三四五六七"
_APPLICANTS = tuple(Applicant.values)
_DECIDED = ("本年处理决定数量", "decided in the year")


def _items() -> Table:
    lines = (
        _article("第二十条第（一）项", "art. 20 (1)", ("本年制发件数", "made in the year"),
                 ("本年废止件数", "ended in the year"), ("现行有效件数", "in force")),
        Line("规章", "rules", ("", "", "")),
        Line("行政规范性文件", "normative documents",
             ("norms.made", "norms.ended", "norms.in_force.end")),
        _article("第二十条第（五）项", "art. 20 (5)", _DECIDED),
        Line("行政许可", "permits", ("services.permits",)),
        _article("第二十条第（六）项", "art. 20 (6)", _DECIDED),
        Line("行政处罚", "penalties", ("enforcement.penalties",)),
        Line("行政强制", "coercion", ("",)),
        _article("第二十条第（八）项", "art. 20 (8)",
                 ("本年收费金额（单位：万元）", "charged in the year (10,000 yuan)")),
        Line("行政事业性收费", "fees", ("",)),
    )  # fmt: skip
    return Table(
        "disclosure.items_table",
        "主动公开政府信息情况",
        "information published",
        _FORM,
        (),
        lines,
    )


def _article(zh: str, en: str, *heads: tuple[str, str]) -> Line:
    """A sub-head of the form: the article its lines are published under."""
    return Line(zh, en, heads=heads)


def _requests() -> Table:
    heads = (*(both(name) for _, name in Applicant.choices), _TOTAL)
    lines = (
        _line("一、本年新收政府信息公开申请数量", "1. new requests", "disclosure.requests.new"),
        _line(
            "二、上年结转政府信息公开申请数量",
            "2. carried in",
            "disclosure.requests.carried_in",
        ),
        *_results(),
        _line("四、结转下年度继续办理", "4. carried out", "disclosure.requests.carried_out"),
    )
    return Table(
        "disclosure.requests_table",
        "收到和处理政府信息公开申请情况",
        "requests received and handled",
        _FORM,
        heads,
        lines,
        over=(
            Over("申请人情况", "applicants", 0, len(heads)),
            Over("法人或其他组织", "legal persons and other bodies", 1, len(Applicant.values) - 1),
        ),
    )


def _results() -> Iterator[Line]:
    """The results by their groups, numbered as the form has it, and their total."""
    groups: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for value, name in Reply.choices:
        (zh, _, why_zh), (en, _, why_en) = (
            told.partition(mark) for told, mark in zip(both(name), ("：", ": "), strict=True)
        )
        groups.setdefault((zh, en), []).append((value, why_zh, why_en))
    for nth, ((zh, en), results) in enumerate(groups.items(), start=1):
        group = f"（{_NUMERALS[nth - 1]}）{zh}", f"({nth}) {en}"
        for at, (value, why_zh, why_en) in enumerate(results, start=1):
            figure = f"disclosure.requests.handled.{value}"
            if why_zh:
                under = (_HANDLED, group)
                yield _line(f"{at}.{why_zh}", f"{at}. {why_en}", figure, under)
            else:
                yield _line(*group, figure, (_HANDLED,))
    total = f"（{_NUMERALS[len(groups)]}）总计", f"({len(groups) + 1}) total"
    yield _line(*total, "disclosure.requests.handled", (_HANDLED,))


def _line(zh: str, en: str, figure: str, under: tuple[tuple[str, str], ...] = ()) -> Line:
    split = tuple(Split(figure, "applicant", value) for value in _APPLICANTS)
    return Line(zh, en, (*split, figure), under=under)


def _contests() -> Table:
    parts = (*Result.values, "pending", "all")
    each = (*(both(name) for _, name in Result.choices), ("尚未审结", "pending"), _TOTAL)
    ways = [both(name) for _, name in Contested.choices]
    cells = tuple(
        f"disclosure.contests.{kind}.{part}" for kind in Contested.values for part in parts
    )
    review, *suits = (Over(*name, at * len(each), len(each)) for at, name in enumerate(ways))
    suing = Over("行政诉讼", "administrative litigation", len(each), len(each) * len(suits))
    return Table(
        "disclosure.contests_table",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "reviews and suits over disclosure",
        _FORM,
        each * len(ways),
        (Line("", "", cells),),
        over=(review, suing, *suits),
    )


TABLES = (_items(), _requests(), _contests())
