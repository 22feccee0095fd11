"""FMT003: a heading skips a level of numbering."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "层次序数越级：依次为一、（一）1.（1）（GB/T 9704—2012第7.3.3条）"
_EN = "a level of numbering is skipped (GB/T 9704-2012, 7.3.3)"
_FIRST, _FOURTH = 1, 4


def _run(passage: Passage) -> Outcome:
    wrong, level = [], 0
    for heading in of_kind(passage, Kind.HEADING):
        # Straight from 一、 to 1. is common in short documents; to （1） it is not.
        if level and heading.level == _FOURTH and level <= _FIRST + 1:
            wrong.append((heading.start, heading.start + min(len(heading.text), 3)))
        level = heading.level
    return Outcome(tuple(found("FMT003", _ZH, _EN, span) for span in wrong))


CHECK = Check(
    code="FMT003",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    good=(
        "关于开展培训的通知\n各科室：\n一、时间安排\n（一）报到。\n1.上午报到。\n（1）签到。",
        "关于开展培训的通知\n各科室：\n一、时间安排\n1.上午报到。\n2.下午考试。",
    ),
    bad=("关于开展培训的通知\n各科室：\n一、时间安排\n（1）上午报到。\n（2）下午考试。",),
)
