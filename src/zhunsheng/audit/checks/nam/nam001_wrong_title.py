"""NAM001: an instrument is named by a title it does not bear."""

import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.model import Finding, Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "文件名称与正式名称不一致"
_EN = "an instrument is not named by its exact title"
_QUOTED = re.compile(r"《([^《》\n]{10,50})》")
_FURTHEST = 4  # characters too many or too few; more, and it may be another instrument
#: Titles that reports cite and miscopy: each exactly as it was issued.
_TITLES: Final = (
    # first-responsible person, inspection of the rule of law, outline to 2025
    "党政主要负责人履行推进法治建设第一责任人职责规定",
    "法治政府建设与责任落实督察工作规定",
    "法治政府建设实施纲要（2021—2025年）",
    # decisions, disclosure, business environment, fair competition, legality examination
    "重大行政决策程序暂行条例",
    "中华人民共和国政府信息公开条例",
    "优化营商环境条例",
    "公平竞争审查条例",
    "国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见",
    "国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知",
)


def _run(passage: Passage) -> Outcome:
    return Outcome(findings=tuple(_found(passage)))


def _found(passage: Passage) -> Iterator[Finding]:
    for quoted in _QUOTED.finditer(passage.text):
        cited = _even(quoted[1])
        if any(cited == _even(title) for title in _TITLES):
            continue
        meant = next((t for t in _TITLES if _one_insertion(cited, _even(t))), None)
        if meant is not None:
            zh, en = f"{_ZH}：《{quoted[1]}》应为《{meant}》", f"{_EN}: it is 《{meant}》"
            yield Finding("NAM001", "title", Severity.REMARK, zh, en, (quoted.span(),))


def _even(title: str) -> str:
    """Brackets and dashes of any width are one: they are no fault of the name."""
    return title.translate(_EVEN)


_EVEN: Final = str.maketrans({"(": "（", ")": "）", "-": "—", "－": "—", "–": "—", " ": None})


def _one_insertion(one: str, other: str) -> bool:
    """Whether one is the other with a few characters put in, or left out, at one place."""
    shorter, longer = sorted((one, other), key=len)
    if not 0 < len(longer) - len(shorter) <= _FURTHEST:
        return False
    same = next((i for i, char in enumerate(shorter) if char != longer[i]), len(shorter))
    rest = len(shorter) - same
    # Only inside: a title with more before or after it is another instrument.
    return 0 < same < len(shorter) and shorter[same:] == longer[len(longer) - rest :]


CHECK = Check(
    code="NAM001",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=("《",),
    good=(
        "落实《党政主要负责人履行推进法治建设第一责任人职责规定》。",
        "落实《法治政府建设实施纲要(2021-2025年)》和《东原省优化营商环境条例》。",
    ),
    bad=("落实《党政主要负责人履行推进法治政府建设第一责任人职责规定》。",),
)
