"""FMT012: the name of an attachment is followed by punctuation."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "附件名称之后不加标点符号（GB/T 9704—2012第7.3.4条）"
_EN = "no punctuation follows the name of an attachment (GB/T 9704-2012, 7.3.4)"


def _run(passage: Passage) -> Outcome:
    notes = of_kind(passage, Kind.ATTACHMENT_NOTE)
    wrong = [
        (n.end - 1, n.end) for n in notes if n.text.endswith(("。", "；", "，", "、", ";", "."))
    ]
    return Outcome((found("FMT012", _ZH, _EN, *wrong),) if wrong else ())


_HEAD = "澜科〔2024〕6号\n关于报送材料的通知\n各科室：\n请按附件要求报送。\n"
_END = "澜川市科学技术局\n2024年2月20日"
CHECK = Check(
    code="FMT012",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("附件", "附 件"),
    good=(f"{_HEAD}附件：1.材料目录\n2.报送表\n{_END}",),
    bad=(f"{_HEAD}附件：1.材料目录；\n2.报送表\n{_END}",),
)
