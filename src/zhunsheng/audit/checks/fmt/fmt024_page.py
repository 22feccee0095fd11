"""FMT024: the page of a Word file or PDF is not that of the standard."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.handed import Handed, Misset, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.typeset import departures

_ZH = "文件的纸张、页边距、行距、版记所在面或页码不符合标准（GB/T 9704—2012第5、7.3—7.5条）"
_EN = (
    "paper, margins, rows, page of the imprint or page numbers of the file depart from the standard"
)
_RULES = frozenset(
    {
        "paper",
        "margins",
        "line-pitch",
        "page-number-missing",
        "page-number-dashes",
        "page-number-sides",
        "page-number-height",
        "page-number-type",
        "page-number-imprint",
        "characters-a-line",
        "imprint-page",
        "first-page-text",
        "letter-first-number",
    }
)


def _run(passage: Passage) -> Outcome:
    return departures("FMT024", passage, _RULES)


CHECK = Check(
    code="FMT024",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    needs=Needs.MISSET,
    given=Handed(misset=()),
    given_bad=Handed(misset=(Misset("margins", "左边距为31.8毫米", "the left margin is 31.8 mm"),)),
    good=("关于开展培训的通知\n各科室：\n请按时报名。",),
    bad=("关于开展培训的通知\n各科室：\n请按时报名。",),
)
