"""CLM003: a rate of satisfaction or of matters online is given without its base."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "比率没有写明分母（评价、反馈或者事项的件数）"
_EN = "a rate is given without its base: how many answered, how many matters"
_RATE = re.compile(
    r"[满\d](?:(?<=满)(?<!不满)(?P<satisfied>意(?:度|率)[^，。；\d]{0,6}\d{1,3}(?:\.\d+)? ?%)"
    r"|(?<=\d)(?<!\d\d)\d{0,2}(?:\.\d+)? ?%[^，。；]{0,6}(?:网上办|网办|在线办|不见面))"
)
_BASE = re.compile(
    r"(?:满意|评价|反馈|测评|回访|问卷|受访|样本)[^。；%]{0,12}\d+ ?(?:件|人|份|次|条|户|名|家)"
)
_REACH = 120  # characters of the account around it


def _run(passage: Passage) -> Outcome:
    wrong = []
    for match in _RATE.finditer(passage.plain):
        around = passage.plain[max(0, match.start() - _REACH) : match.end() + _REACH // 2]
        online = match["satisfied"] is None and re.search(r"\d+ ?[项件]", around)
        if not online and not _BASE.search(around):
            wrong.append(match.span())
    return Outcome(tuple(found("CLM003", _ZH, _EN, span, kind="claim") for span in wrong))


CHECK = Check(
    code="CLM003",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("%", "％"),
    good=("收到反馈意见9件，满意和基本满意率100%。", "27项服务事项100%网上办。"),
    bad=("办理建议提案，满意度为100%。", "相关事项100%网上办。"),
)
