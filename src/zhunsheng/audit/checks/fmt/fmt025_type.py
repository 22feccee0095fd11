"""FMT025: fonts, sizes or colours of a Word file or PDF are not those of the standard."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.handed import Handed, Misset, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.typeset import departures

_ZH = "文件的字体、字号或颜色不符合标准（GB/T 9704—2012第5.2、7.2—7.4、10条）"
_EN = "fonts, sizes or colours of the file depart from the standard"
_RULES = frozenset(
    {
        "body-font",
        "body-size",
        "organ-mark-font",
        "organ-mark-colour",
        "red-line",
        "signer-font",
        "title-font",
        "title-size",
        "level-font",
        "level-size",
        "copies-size",
        "printed-size",
        "secrecy-font",
        "annex-font",
        "attendance-label-font",
        "attendance-font",
        "letter-lines",
    }
)


def _run(passage: Passage) -> Outcome:
    return departures("FMT025", passage, _RULES)


CHECK = Check(
    code="FMT025",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    needs=Needs.MISSET,
    given=Handed(misset=()),
    given_bad=Handed(
        misset=(
            Misset(
                "title-size", "标题字号为16磅，应为2号（22磅）", "the title is 16 pt", ((0, 9),)
            ),
        )
    ),
    good=("关于开展培训的通知\n各科室：\n请按时报名。",),
    bad=("关于开展培训的通知\n各科室：\n请按时报名。",),
)
