"""FMT027: an element is not there, or its punctuation is not that of the standard."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.handed import Handed, Misset, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.typeset import departures

_ZH = "公文要素的标点、空格或有无不符合标准（GB/T 9704—2012第7.2.5、7.3、10条）"
_EN = "elements, or their punctuation and spaces, depart from the standard"
_RULES = frozenset(
    {
        "number-spaces",
        "addressee-colon",
        "annex-label",
        "note-brackets",
        "letter-imprint",
        "order-signer-missing",
        "minutes-present-missing",
        "attendance-colon",
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
