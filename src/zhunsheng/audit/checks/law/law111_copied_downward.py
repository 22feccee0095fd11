"""LAW111: a document sent upward is copied to a subordinate or to a division inside an organ."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "上行文不抄送下级机关，也不抄送其他机关的内设机构"
_EN = "a document sent upward is copied neither downward nor to a division inside another organ"
# 科 and 股 are divisions; 局属, 各县区 are below.
_BELOW = re.compile(
    r"(?:局|厅|委|办)[\u4e00-\u9fff]{2,14}?(?:科|股|处)(?![技研学协])$"
    r"|^(?:各科室|局属|局机关各|各县[（(区、]|各区县|各乡镇)"
)


def _run(passage: Passage) -> Outcome:
    titles, copies = of_kind(passage, Kind.TITLE), of_kind(passage, Kind.COPIES)
    if not titles or not titles[-1].text.rstrip().endswith(("报告", "请示")):
        return Outcome()
    spans = [
        (line.start + part.start(), line.start + part.end())
        for line in copies
        for part in _PART.finditer(line.text)
        if _BELOW.search(part.group().strip())
    ]
    return Outcome((found("LAW111", _ZH, _EN, *spans),) if spans else ())


_PART = re.compile(r"(?<=[：:，、；])[^：:，、；。]{2,40}")
_HEAD = "澜科〔2025〕6号\n澜川市科学技术局关于2024年工作情况的报告\n市政府：\n现报告如下。\n"
_SIGNED = "澜川市科学技术局\n2025年2月20日\n"
_IMPRINT = "澜川市科学技术局办公室\n2025年2月20日印发"
CHECK = Check(
    code="LAW111",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="document.copies_up",
    severity=Severity.REMARK,
    document=True,
    triggers=("抄送", "抄 送"),
    good=(f"{_HEAD}{_SIGNED}抄送：市委全面依法治市委员会办公室，市司法局。\n{_IMPRINT}",),
    bad=(
        f"{_HEAD}{_SIGNED}抄送：澜川市司法局法治调研科。\n{_IMPRINT}",
        f"{_HEAD}{_SIGNED}抄送：市司法局，局属各单位。\n{_IMPRINT}",
    ),
)
