"""QTY008: a count falls by over a hundred per cent."""

import re
from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Mention, Severity
from zhunsheng.audit.parse.passage import Passage

_WHOLE: Final = 100
_REACH: Final = 30
_FALLEN: Final = re.compile(r"(?:下降|减少|降低|压减|缩减|缩短)了?(?:约|近|达|为)?$")
#: What may turn negative and so fall by more than all of it: profit, surplus, net, growth.
_SIGNED: Final = re.compile(r"利润|盈|亏|顺差|逆差|净|收益|余额|增速|增幅")

_ZH, _EN = "降幅超过百分之百", "a count falls by over a hundred per cent"


def _run(passage: Passage) -> Outcome:
    return Outcome(
        tuple(
            found(
                "QTY008",
                f"{_ZH}：{m.text}",
                f"{_EN}: {m.text}",
                (m.start, m.end),
                kind="quantity",
                severity=Severity.ERROR,
            )
            for m in passage.mentions
            if _is_wrong(passage, m)
        )
    )


def _is_wrong(passage: Passage, mention: Mention) -> bool:
    if mention.unit != "%" or mention.value <= _WHOLE:
        return False
    words = passage.before(mention)
    return bool(_FALLEN.search(words)) and not _SIGNED.search(
        passage.plain[max(0, mention.start - _REACH) : mention.start]
    )


CHECK = Check(
    code="QTY008",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "%",
        "％",
    ),
    good=(
        "利润同比下降120%，由盈转亏。",
        "受理量同比增长120%。",
    ),
    bad=("受理量同比下降120%。",),
)
