"""FMT002: the numbers of headings leave one out or give one twice."""

import re
from decimal import Decimal

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind
from zhunsheng.words.numerals import from_chinese

_ZH = "层次序数不连续"
_EN = "the numbers of the headings are out of order"
_NUMBER = re.compile(r"[（(]? ?([一二三四五六七八九十百]{1,4}|\d{1,2})")


def _run(passage: Passage) -> Outcome:
    last: dict[int, int] = {}
    wrong = []
    for heading in of_kind(passage, Kind.HEADING):
        match = _NUMBER.match(heading.text)
        number = _value(match[1]) if match else None
        if match is None or number is None:
            continue
        expected = last.get(heading.level, 0) + 1
        # An extract begins anywhere, and so does the list of an attachment.
        begun = expected > 1 or (heading.level == 2 and 1 in last)
        # A list may begin anew under any paragraph.
        if begun and number not in (expected, 1):
            start = heading.start + match.start(1)
            wrong.append((start, heading.start + match.end(1)))
        last = {level: n for level, n in last.items() if level < heading.level}
        last[heading.level] = number
    return Outcome(tuple(found("FMT002", _ZH, _EN, span) for span in wrong))


def _value(written: str) -> int | None:
    value = Decimal(written) if written.isascii() else from_chinese(written)
    return None if value is None else int(value)


CHECK = Check(
    code="FMT002",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    good=(
        "关于开展培训的通知\n各科室：\n一、时间\n三月。\n二、地点\n会议室。\n三、要求\n（一）签到。\n（二）考试。",
    ),
    bad=(
        "关于开展培训的通知\n各科室：\n一、时间\n三月。\n三、地点\n会议室。",
        "关于开展培训的通知\n各科室：\n一、时间\n三月。\n二、地点\n会议室。\n二、要求\n签到。",
    ),
)
