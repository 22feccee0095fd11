"""The three tables of the annual disclosure report, filled from the year's figures."""

from zhunsheng.kernel.declare import Line, Split, Table, both
from zhunsheng.regimes.disclosure.models import Applicant, Contested, Reply, Result

_FORM = "disclosure.annual_contents"
_APPLICANTS = tuple(Applicant.values)
_NOT_KEPT = ("", "", "")


def _items() -> Table:
    lines = (
        Line("第二十条第（一）项　规章", "art. 20 (1): rules", _NOT_KEPT),
        Line(
            "第二十条第（一）项　行政规范性文件",
            "art. 20 (1): normative documents",
            ("norms.made", "norms.ended", "norms.in_force.end"),
        ),
        Line("第二十条第（五）项　行政许可", "art. 20 (5): permits", ("services.permits", "", "")),
        Line(
            "第二十条第（六）项　行政处罚",
            "art. 20 (6): penalties",
            ("enforcement.penalties", "", ""),
        ),
        Line("第二十条第（六）项　行政强制", "art. 20 (6): coercion", _NOT_KEPT),
        Line("第二十条第（八）项　行政事业性收费", "art. 20 (8): fees", _NOT_KEPT),
    )
    heads = (
        ("制发件数、处理决定数量或者收费金额", "made, decided or charged"),
        ("废止件数", "ended"),
        ("现行有效件数", "in force"),
    )
    return Table(
        "disclosure.items_table",
        "主动公开政府信息情况",
        "information published",
        _FORM,
        heads,
        lines,
    )


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
