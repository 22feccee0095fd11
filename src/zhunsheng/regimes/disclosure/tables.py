"""The three tables of the annual disclosure report, filled from the year's figures."""

from zhunsheng.kernel.declare import Line, Split, Table, both
from zhunsheng.regimes.disclosure.models import Applicant, Contested, Reply, Result

_FORM = "disclosure.annual_contents"
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
    heads = (*(both(name) for _, name in Applicant.choices), ("总计", "total"))
    lines = (
        _line("一、本年新收政府信息公开申请数量", "1. new requests", "disclosure.requests.new"),
        _line("二、上年结转", "2. carried in", "disclosure.requests.carried_in"),
        *(_result(value, *both(name)) for value, name in Reply.choices),
        _line("三、办理结果总计", "3. handled", "disclosure.requests.handled"),
        _line("四、结转下年度继续办理", "4. carried out", "disclosure.requests.carried_out"),
    )
    return Table(
        "disclosure.requests_table",
        "收到和处理政府信息公开申请情况",
        "requests received and handled",
        _FORM,
        heads,
        lines,
    )


def _line(zh: str, en: str, figure: str) -> Line:
    split = tuple(Split(figure, "applicant", value) for value in _APPLICANTS)
    return Line(zh, en, (*split, figure))


def _result(value: str, zh: str, en: str) -> Line:
    return _line(zh, en, f"disclosure.requests.handled.{value}")


def _contests() -> Table:
    heads = (
        *(both(name) for _, name in Result.choices),
        ("尚未审结", "pending"),
        ("总计", "total"),
    )
    lines = tuple(
        Line(
            *both(name),
            tuple(
                f"disclosure.contests.{kind}.{part}" for part in (*Result.values, "pending", "all")
            ),
        )
        for kind, name in Contested.choices
    )
    return Table(
        "disclosure.contests_table",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "reviews and suits over disclosure",
        _FORM,
        heads,
        lines,
    )


TABLES = (_items(), _requests(), _contests())
