"""FMT027: the punctuation of an element is not that of the standard."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.handed import Handed, Misset, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.typeset import departures

_ZH = "公文要素的标点或空格不符合标准（GB/T 9704—2012第7.2.5、7.3条）"
_EN = "punctuation or spaces of an element depart from the standard"
_RULES = frozenset(
    {
        "number-spaces",
        "addressee-colon",
        "annex-label",
        "note-brackets",
    }
)


def _run(passage: Passage) -> Outcome:
    return departures("FMT027", passage, _RULES)


CHECK = Check(
    code="FMT027",
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
                "addressee-colon",
                "主送机关之后应为全角冒号",
                "a full-width colon follows",
                ((10, 14),),
            ),
        )
    ),
    good=("关于开展培训的通知\n各科室：\n请按时报名。",),
    bad=("关于开展培训的通知\n各科室:\n请按时报名。",),
)
