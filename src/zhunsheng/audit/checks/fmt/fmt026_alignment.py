"""FMT026: an element of a Word file or PDF is not aligned or indented as the standard asks."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.handed import Handed, Misset, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.typeset import departures

_ZH = "文件的要素位置、居中、顶格或首行缩进不符合标准（GB/T 9704—2012第7.2—7.4、10条）"
_EN = "places, centring or indents of the file depart from the standard"
_RULES = frozenset(
    {
        "body-indent",
        "title-alignment",
        "addressee-indent",
        "organ-mark-place",
        "red-line-place",
        "date-place",
        "annex-place",
        "imprint-lines",
        "imprint-foot",
        "letter-lines-place",
        "letter-number-place",
        "order-number-place",
        "order-signer-place",
        "attendance-indent",
    }
)


def _run(passage: Passage) -> Outcome:
    return departures("FMT026", passage, _RULES)


CHECK = Check(
    code="FMT026",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    needs=Needs.MISSET,
    given=Handed(misset=()),
    given_bad=Handed(
        misset=(Misset("title-alignment", "标题没有居中", "the title is not centred", ((0, 9),)),)
    ),
    good=("关于开展培训的通知\n各科室：\n请按时报名。",),
    bad=("关于开展培训的通知\n各科室：\n请按时报名。",),
)
