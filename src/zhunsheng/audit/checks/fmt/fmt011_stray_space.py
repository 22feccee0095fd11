"""FMT011: some figures are parted from their words by a space, others are not."""

import re
from collections.abc import Iterable

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "数字与汉字之间的空格前后不一"
_EN = "some figures are parted from their words by a space and others are not"
_SPACED = re.compile(r" (?:(?<=[\u4e00-\u9fff] )(?=\d)|(?<=[\d%] )(?=[\u4e00-\u9fff]))")
_CLOSE = re.compile(r"[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]")
_SHOWN = 20


def _run(passage: Passage) -> Outcome:
    beside = [*passage.tables, *(e.span for e in of_kind(passage, Kind.PRINTED))]
    spaced = [m.span() for m in _SPACED.finditer(passage.text) if not _within(beside, m.start())]
    if not spaced or not _CLOSE.search(passage.text):
        return Outcome()
    number_zh, number_en = f"：有空格{len(spaced)}处", f": {len(spaced)} with a space"
    return Outcome((found("FMT011", _ZH + number_zh, _EN + number_en, *spaced[:_SHOWN]),))


def _within(spans: Iterable[tuple[int, int]], at: int) -> bool:
    """Whether it stands in a table, or between office and day of the imprint: a gap, no slip."""
    return any(a <= at < b for a, b in spans)


CHECK = Check(
    code="FMT011",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=(" ",),
    good=("2024年现行有效文件共12件。", "2024 年现行有效文件共 12 件。"),
    bad=("2024年现行有效文件共 12 件。",),
)
