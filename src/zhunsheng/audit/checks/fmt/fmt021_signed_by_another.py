"""FMT021: the organ that signs is not the organ of the title."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "署名机关与标题中的发文机关不一致"
_EN = "the organ that signs is not the organ of the title"
_ORGAN = re.compile(
    r"^(?P<organ>[\u4e00-\u9fff]{4,30}?(?:局|委员会|厅|部|政府|办公室|院))[ \u3000\n]{0,4}关于"
)


def _run(passage: Passage) -> Outcome:
    titles, signed = of_kind(passage, Kind.TITLE), of_kind(passage, Kind.SIGNATURE)
    named = _ORGAN.match(titles[0].text) if titles else None
    if named is None or len(signed) != 1:
        return Outcome()
    name = signed[0].text.replace(" ", "").replace("\u3000", "")
    if name == named["organ"] or not name.endswith(("局", "委员会", "厅", "部", "政府", "院")):
        return Outcome()
    start = titles[0].start
    spans = ((start, start + named.end("organ")), signed[0].span)
    shown = f"：{named['organ']} ≠ {name}"
    return Outcome((found("FMT021", _ZH + shown, f"{_EN}{shown}", *spans),))


CHECK = Check(
    code="FMT021",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    good=(
        "澜川市科学技术局关于2024年工作情况的报告\n市政府：\n现报告如下。\n澜川市科学技术局\n2025年2月20日",
    ),
    bad=(
        "澜川市科学技术局关于2024年工作情况的报告\n市政府：\n现报告如下。\n澜川市科技局\n2025年2月20日",
    ),
)
