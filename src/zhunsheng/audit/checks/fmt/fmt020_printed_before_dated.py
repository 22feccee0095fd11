"""FMT020: a document was printed before the day it bears."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind
from zhunsheng.gongwen.read.dates import date_in

_ZH = "印发日期早于成文日期"
_EN = "the document was printed before the day it bears"


def _run(passage: Passage) -> Outcome:
    dated, printed = of_kind(passage, Kind.DATE), of_kind(passage, Kind.PRINTED)
    if not dated or not printed:
        return Outcome()
    first, last = date_in(dated[-1].text), date_in(printed[-1].text)
    if first is None or last is None or first <= last:
        return Outcome()
    spans = (dated[-1].span, printed[-1].span)
    return Outcome(
        (found("FMT020", f"{_ZH}：{last} < {first}", f"{_EN}: {last} < {first}", *spans),)
    )


_HEAD = "澜科〔2025〕6号\n关于2024年工作情况的报告\n市政府：\n现报告如下。\n澜川市科学技术局\n"
CHECK = Check(
    code="FMT020",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("印发",),
    good=(f"{_HEAD}2025年2月20日\n澜川市科学技术局办公室\n2025年2月21日印发",),
    bad=(f"{_HEAD}2025年2月20日\n澜川市科学技术局办公室\n2025年2月19日印发",),
)
