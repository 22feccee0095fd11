"""FMT007: a date is not written as 2025年2月20日."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "日期用阿拉伯数字写全年、月、日，月、日不编虚位（GB/T 9704—2012第7.3.5条）"
_EN = "a date has its whole year and no leading noughts, in Arabic digits (7.3.5)"
_PADDED = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d{2}年(?:0\d月(?:\d{1,2}日)?|\d{1,2}月0\d日)")
_CHINESE = re.compile(r"[〇○零一二三四五六七八九]{4}年[一二十]{1,3}月[一二三四五六七八九十]{1,3}日")


def _run(passage: Passage) -> Outcome:
    spans = [match.span() for match in _PADDED.finditer(passage.text)]
    for element in of_kind(passage, Kind.DATE, Kind.PRINTED):
        match = _CHINESE.search(element.text)
        if match:
            spans.append((element.start + match.start(), element.start + match.end()))
    return Outcome((found("FMT007", _ZH, _EN, *spans),) if spans else ())


CHECK = Check(
    code="FMT007",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("年",),
    good=("关于培训的通知\n各科室：\n请于2024年3月6日报名。\n办公室\n2024年2月1日",),
    bad=(
        "关于培训的通知\n各科室：\n请于2024年03月06日报名。",
        "关于培训的通知\n各科室：\n请报名。\n办公室\n二〇二四年二月一日",
    ),
)
