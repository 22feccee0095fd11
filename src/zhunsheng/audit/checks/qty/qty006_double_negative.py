"""QTY006: a fall is told with a minus sign."""

import re
from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_WORDS: Final = re.compile(
    r"(?:下降|减少|降低|回落|缩减|压减)了?(?:幅度)?(?:为|达)?[-−]\d{1,9}(?:\.\d{1,4})?"
)

_ZH, _EN = "“下降”等词后又用负数", "a fall is told with a minus sign"


def _run(passage: Passage) -> Outcome:
    return Outcome(
        tuple(
            found(
                "QTY006",
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
    code="QTY006",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "下降",
        "减少",
        "降低",
        "回落",
        "缩减",
        "压减",
    ),
    good=("同比增长-1.2%。同比下降1.2%。",),
    bad=("同比下降-1.2%。",),
)
