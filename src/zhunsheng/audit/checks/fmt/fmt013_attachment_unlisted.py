"""FMT013: the text refers to an attachment that is not listed."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "正文提到的附件没有列入附件说明（GB/T 9704—2012第7.3.4条）"
_EN = "the text refers to an attachment that is not listed (GB/T 9704-2012, 7.3.4)"
_CITED = re.compile(r"(?:见|按|填写|报送|如)[^。；\n]{0,6}附件 ?(?P<number>\d{1,2})?")


def _run(passage: Passage) -> Outcome:
    listed = sum(1 for _ in of_kind(passage, Kind.ATTACHMENT_NOTE))
    if not of_kind(passage, Kind.DATE) or not of_kind(passage, Kind.NUMBER):
        return Outcome()
    wrong = []
    for element in of_kind(passage, Kind.PARAGRAPH, Kind.HEADING):
        for match in _CITED.finditer(element.text):
            if int(match["number"] or 1) > listed:
                wrong.append((element.start + match.start(), element.start + match.end()))
    return Outcome((found("FMT013", _ZH, _EN, *wrong),) if wrong else ())


_HEAD = "澜科〔2024〕6号\n关于报送材料的通知\n各科室：\n请填写附件2。\n"
_END = "澜川市科学技术局\n2024年2月20日"
CHECK = Check(
    code="FMT013",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("附件",),
    good=(f"{_HEAD}附件：1.材料目录\n2.报送表\n{_END}",),
    bad=(f"{_HEAD}{_END}", f"{_HEAD}附件：材料目录\n{_END}"),
)
