"""CLM001: an absolute word claims a rate that is not given."""

import re
from bisect import bisect_right

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "绝对化表述需要有比率和分母支持"
_EN = "an absolute word is a claim that needs a rate with its denominator"
# 完全 wholly, 全部 all, 全程 throughout, 全覆盖 covered, 及时 in time, 零… no single, 100%
_CLAIM = re.compile(
    r"[完全及零1百](?:(?<=完)(?<!不完)全(?=依法|符合|落实|到位|做到|实现|按)"
    r"|(?<=全)(?:(?<![安健]全)部(?!门)|程(?!序|指)|覆盖)"
    r"|(?<=及)(?<!不及)(?<!不够及)时(?!性|雨|率|足|掌握)"
    r"|(?<=零)(?:投诉|差错|跑腿|事故|延误|违规|违法|失误|发生|上访|复议|败诉)"
    r"|(?<=1)00 ?%|(?<=百)分之百)"
)
_SHOWN = 30


def _run(passage: Passage) -> Outcome:
    counted = [(s[0].start - _REACH, s[-1].end + _REACH) for s in passage.by_sentence if len(s) > 1]
    starts = [start for start, _ in counted]
    spans = []
    for match in _CLAIM.finditer(passage.plain):
        at = bisect_right(starts, match.start())
        # The figures of this sentence, or of the one before it.
        if not any(match.start() <= end for _, end in counted[max(0, at - 2) : at]):
            spans.append(match.span())
    if not spans:
        return Outcome()
    said_zh, said_en = f"（{len(spans)}处）", f" ({len(spans)})"
    return Outcome((found("CLM001", _ZH + said_zh, _EN + said_en, *spans[:_SHOWN], kind="claim"),))


_REACH = 12  # characters from figures that may be the rate
CHECK = Check(
    code="CLM001",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("完全", "全部", "全程", "全覆盖", "及时", "零", "100", "百分之百"),
    good=(
        "应当答复的建议9件，按期答复9件，全部在期限内办结。",
        "答复不够及时的问题仍然存在，安全部署已经完成。",
    ),
    bad=("涉及重大行政决策的事项完全依法集体决策。", "相关事项实现100%网上办。"),
)
