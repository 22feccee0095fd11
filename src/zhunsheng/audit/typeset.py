"""How a Word file or PDF is set, laid beside its words: what of the format it breaks, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from zhunsheng.audit.check import Outcome, found
from zhunsheng.audit.elements import elements
from zhunsheng.audit.handed import Handed, Misset
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind, Reading

if TYPE_CHECKING:
    from zhunsheng.gongwen.lint import Fault

_MOST_PLACES = 40
_UNSURE_ZH, _UNSURE_EN = "，请核对标准原文", "; see the standard itself"


def with_format(handed: Handed, reading: Reading, data: bytes) -> Handed:
    """What is handed in and, for a .docx or .pdf, what its setting breaks and does not tell."""
    from zhunsheng.gongwen.lint import is_set, judge

    if not is_set(data, reading.source):
        return handed
    judged = judge(reading, data)
    unjudged = tuple((each.zh, each.en) for each in judged.unjudged)
    return replace(handed, misset=_misset(reading, judged.faults), unjudged=unjudged)


def _misset(reading: Reading, faults: Iterable[Fault]) -> tuple[Misset, ...]:
    """Each rule the file breaks, once for each way, with its first places in the flow."""
    blocks = [block for block in reading.blocks if block.kind is not Kind.PAGE_NUMBER]
    flow = {
        block.start: element.span
        for block, element in zip(blocks, elements(reading), strict=True)
        if element.text
    }
    told: dict[str, Misset] = {}
    for each in faults:
        sure = each.rule.confidence == "verified"
        clause = each.rule.clause
        zh = f"{each.zh.rstrip('。')}（GB/T 9704—2012第{clause}条{'' if sure else _UNSURE_ZH}）"
        en = f"{each.en.rstrip('.')} (GB/T 9704-2012, {clause}{'' if sure else _UNSURE_EN})"
        place = flow.get(each.start) if each.end > each.start else None
        one = told.setdefault(zh, Misset(each.code, zh, en))
        if place and len(one.spans) < _MOST_PLACES:
            told[zh] = replace(one, spans=(*one.spans, place))
    return tuple(told.values())


def departures(code: str, passage: Passage, rules: frozenset[str]) -> Outcome:
    """A finding for each of these rules that the file breaks."""
    broken = (one for one in passage.handed.misset or () if one.rule in rules)
    return Outcome(tuple(found(code, one.zh, one.en, *one.spans) for one in broken))
