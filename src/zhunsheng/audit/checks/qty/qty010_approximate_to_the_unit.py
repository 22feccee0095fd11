"""QTY010: a figure told to the unit is called approximate."""

from typing import Final

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Mention, Severity
from zhunsheng.audit.parse.passage import Passage

_NEARLY: Final = frozenset(["近", "约"])  # nearly, about
_SMALLEST: Final = 100  # below it a figure may be told to the unit

_ZH, _EN = "概数精确到个位", "a figure told to the unit is called approximate"


def _run(passage: Passage) -> Outcome:
    return Outcome(
        tuple(
            found(
                "QTY010",
                f"{_ZH}：{m.text}",
                f"{_EN}: {m.text}",
                (m.start, m.end),
                kind="quantity",
                severity=Severity.REMARK,
            )
            for m in passage.mentions
            if _is_wrong(passage, m)
        )
    )


def _is_wrong(passage: Passage, mention: Mention) -> bool:
    plain = mention.decimals == 0 and mention.scale == 1 and mention.unit != "%"
    rounded = mention.value % 10 == 0 or mention.value < _SMALLEST
    return mention.approx in _NEARLY and plain and not rounded


CHECK = Check(
    code="QTY010",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=(
        "约",
        "近",
        "左右",
    ),
    good=("走访企业近100家，发放手册约3500份，覆盖近9个行业。",),
    bad=("走访企业近137家。",),
)
