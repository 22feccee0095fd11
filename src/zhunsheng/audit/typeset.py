"""How a Word file is set, laid beside its words: what of the format it breaks, and where."""

from dataclasses import replace

from zhunsheng.audit.check import Outcome, found
from zhunsheng.audit.elements import elements
from zhunsheng.audit.handed import Handed, Misset
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind, Reading
from zhunsheng.gongwen.read.sniff import Format, sniff

_MOST_PLACES = 40
_UNSURE_ZH, _UNSURE_EN = "，请核对标准原文", "; see the standard itself"


def with_format(handed: Handed, reading: Reading, data: bytes) -> Handed:
    """What is handed in and, for a .docx, what its setting breaks; no other file tells that."""
    if sniff(reading.source, data) is not Format.DOCX:
        return handed
    return replace(handed, misset=misset(reading, data))


def misset(reading: Reading, data: bytes) -> tuple[Misset, ...]:
    """Each rule the file breaks, once for each way, with its first places in the flow."""
    from zhunsheng.gongwen.lint import faults

    blocks = [block for block in reading.blocks if block.kind is not Kind.PAGE_NUMBER]
    flow = {
        block.start: element.span
        for block, element in zip(blocks, elements(reading), strict=True)
        if element.text
    }
    told: dict[str, Misset] = {}
    for each in faults(reading, data):
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
