"""QTY007: nothing falls by a multiple of itself."""

import re
from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_WORDS: Final = re.compile(
    r"(?:减少|下降|降低|缩短|缩小|压缩|压减)了?(?:近|约|超过)?[\d.一二两三四五六七八九十]{1,6}倍"
)

_ZH, _EN = "减少不能以“倍”计", "nothing falls by a multiple of itself"


def _run(passage: Passage) -> Outcome:
    return Outcome(
        tuple(
            found(
                "QTY007",
                f"{_ZH}：{m[0]}",
                f"{_EN}: {m[0]}",
                m.span(),
                kind="quantity",
                severity=Severity.ERROR,
            )
            for m in _WORDS.finditer(passage.plain)
        )
    )


CHECK = Check(
    code="QTY007",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("倍",),
    good=(
        "比上年增长2倍。",
        "由60天降至20天，缩短三分之二。",
    ),
    bad=("平均办理时间缩短3倍。",),
)
