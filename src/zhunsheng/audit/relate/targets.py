"""How much of a target was reached: M，完成全年N的目标的p%, and 计划N，实际M，完成计划的p%."""

import re
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.judged import judged

_GOAL: Final = "(?:目标|任务|计划|预算|指标)"
#: After the target's figure, or before it.
_AFTER: Final = re.compile(rf"^[^，。；]{{0,8}}{_GOAL}(?:任务|数)?[^，。；]{{0,4}}$")
_BEFORE: Final = re.compile(
    rf"^[^。；]{{0,8}}(?:完成|占|为|达)[^。；，]{{0,10}}{_GOAL}[^。；，\d]{{0,6}}$"
)
_REACHED: Final = re.compile(r"^[^。；]{0,12}(?:完成|占|为)[^。；，]{0,12}$")
_OF: Final = re.compile(r"^的?$")
#: 计划N，实际M，完成年度计划的p%: the target is told first.
_PLANNED: Final = re.compile(rf"{_GOAL}|^应")
_BACK: Final = 10  # figures before the target
_SAID: Final = re.compile(r"[，。；、：]")
_OF_PLAN: Final = re.compile(rf"(?:完成|占)[^，。；\d]{{0,8}}{_GOAL}(?:任务|数)?的?$")


def targets(passage: Passage) -> tuple[Relation, ...]:
    """How much of a target was reached, where it fits or one slip keeps it from fitting."""
    ms = passage.mentions
    told = (_target(passage, n) for n in passage.percents if n > 1 and ms[n].exact)
    return tuple(relation for relation in told if relation is not None)


def _target(passage: Passage, place: int) -> Relation | None:
    one, other, percent = passage.mentions[place - 2 : place + 1]
    if one.unit != other.unit or not (one.exact and other.exact):
        return None
    if _is_after(passage, one, other, percent):
        return _of_sentence(passage, place)
    if _is_before(passage, one, other, percent):
        return judged("rate", percent, other, one)
    return None


def _of_sentence(passage: Passage, place: int) -> Relation | None:
    """What fits, of the figures before the target in its sentence; else the first told.

    造林a亩，其中人工造林b亩，完成计划N亩的p%: the target is of the whole.
    """
    target, percent = passage.mentions[place - 1 : place + 1]
    reached: list[Mention] = []
    for mention in reversed(passage.mentions[max(0, place - _BACK) : place - 1]):
        if re.search("[。；]", passage.between(mention, target)):
            break
        if mention.unit == target.unit and mention.exact:
            reached.insert(0, mention)
    told = [judged("rate", percent, mention, target) for mention in reached]
    return next((r for r in told if r and r.holds), told[0] if told else None)


def _is_after(passage: Passage, done: Mention, target: Mention, percent: Mention) -> bool:
    """M，完成N目标的p%, or M，完成目标N的p%."""
    between, of = passage.between(done, target), passage.between(target, percent)
    if _AFTER.match(of):
        return _REACHED.match(between) is not None
    return bool(_OF.match(of)) and _BEFORE.match(between) is not None


def _is_before(passage: Passage, target: Mention, done: Mention, percent: Mention) -> bool:
    """计划N，实际M，完成计划的p%, in one sentence."""
    if "。" in passage.plain[target.start : percent.start]:
        return False
    if not _OF_PLAN.search(passage.before(percent)):
        return False
    return _PLANNED.search(_SAID.split(passage.before(target))[-1]) is not None
