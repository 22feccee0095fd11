"""QTY005: a figure is made approximate twice."""

import re
from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_WORDS: Final = re.compile(
    r"[大约近超逾](?:"
    r"(?:(?<=大)约|(?<=超)过|(?<=[约近逾]))\d[\d.]{0,12}[万亿]?[余多]"
    r"|(?:(?<=大)约|(?<=约))\d[\d.]{0,12}[万亿]?[一-鿿]{0,2}左右"
    r"|(?:(?<=大)约|(?<=[近约]))\d[\d.]{0,12}[万亿]?[一-鿿]{0,2}以[上下])"
)

_ZH, _EN = "概数词重复", "a figure is made approximate twice"


def _run(passage: Passage) -> Outcome:
    return Outcome(
        tuple(
            found(
                "QTY005",
                f"{_ZH}：{m[0]}",
                f"{_EN}: {m[0]}",
                m.span(),
                kind="quantity",
                severity=Severity.REMARK,
            )
            for m in _WORDS.finditer(passage.plain)
        )
    )


CHECK = Check(
    code="QTY005",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=(
        "约",
        "近",
        "超过",
        "逾",
    ),
    good=("发放手册约3000份，走访企业20余家，参加300人左右。",),
    bad=(
        "发放手册约3000余份。",
        "参加人员约300人左右。",
    ),
)
