"""NAM001: an instrument is named by a title it does not bear."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.instruments import cited, even, known
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "文件名称与正式名称不一致"
_EN = "an instrument is not named by its exact title"
_FURTHEST = 4  # characters too many or too few; more, and it may be another instrument
_SHORTEST = 9  # characters of a title that can be miscopied and still be known
_REPLACED = 2  # characters written for others


def _run(passage: Passage) -> Outcome:
    findings = []
    for one in cited(passage):
        title = even(one.title)
        if len(title) < _SHORTEST or title in known() or title in passage.handed.titles:
            continue
        meant = next((k.title for other, k in known().items() if _miscopied(title, other)), None)
        if meant is not None:
            zh, en = f"{_ZH}：《{one.title}》应为《{meant}》", f"{_EN}: it is 《{meant}》"
            findings.append(found("NAM001", zh, en, one.span, kind="title"))
    return Outcome(tuple(findings))


def _miscopied(title: str, other: str) -> bool:
    if len(other) < _SHORTEST:
        return False
    return _one_insertion(title, other) or _one_replacement(title, other)


def _one_insertion(one: str, other: str) -> bool:
    """Whether one is the other with a few characters put in, or left out, at one place."""
    shorter, longer = sorted((one, other), key=len)
    if not 0 < len(longer) - len(shorter) <= _FURTHEST:
        return False
    same = next((i for i, char in enumerate(shorter) if char != longer[i]), len(shorter))
    rest = len(shorter) - same
    # Only inside: a title with more before or after it is another instrument.
    return 0 < same < len(shorter) and shorter[same:] == longer[len(longer) - rest :]


def _one_replacement(one: str, other: str) -> bool:
    """Whether a character or two inside differ; figures that differ make another instrument."""
    if len(one) != len(other):
        return False
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if not places or places[-1] - places[0] >= _REPLACED:
        return False
    changed = "".join(one[i] + other[i] for i in places)
    return (
        places[0] > 0
        and places[-1] < len(one) - 1
        and not re.search(r"[\d一二三四五六七八九]", changed)
    )


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
    bad=(
        "落实《党政主要负责人履行推进法治政府建设第一责任人职责规定》。",
        "落实《重大行政决策程序暂行规例》和《法治政府建设与责任落实督查工作规定》。",
    ),
)
