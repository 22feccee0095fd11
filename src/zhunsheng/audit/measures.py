"""Figures by the name of what they measure, so that two texts can be laid beside each other."""

import re
from dataclasses import dataclass
from typing import Final

from zhunsheng.audit.handed import Beside
from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.passage import Passage

# Words between a name and its figure: 共计 in all, 达到 reached, 约 about
_FILLER: Final = re.compile(
    r"(?:已经|已|约|达到?|为|共计?|总计|累计|合计|近|超过|突破|逾|有|了|分别|：|:|的| )+$"
)
# Words before a name that are no part of it: whose it is, when it was.
_OPENING: Final = re.compile(
    r"^(?:(?:19|20)?\d{0,4}年度?|全年|今年|本年|年内|其中|全市|全区|全县|全局|我局|本局|市局|市[\u4e00-\u9fff]{2,6}局|"
    r"共计?|累计|合计|总计|另外?|并|还|以来|[，,、 ])+"
)
_NAME: Final = re.compile(r"[\u4e00-\u9fff“”]{2,24}$")
# 比上年 against last year, 计划 planned: not what this year came to
_OTHER: Final = re.compile(r"同比|上年|去年|上一年|比|较|计划|目标|预计|力争|平均|每|占")
_SHORTEST: Final = 4  # characters; a shorter name names many things


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured, in what unit."""

    name: str
    unit: str


def measures(passage: Passage) -> dict[Measure, Mention]:
    """Each measure with its figure; one that stands with two figures is left out."""
    found: dict[Measure, Mention] = {}
    doubtful: set[Measure] = set()
    for mention in passage.mentions:
        measure = measure_of(passage, mention)
        if measure is None:
            continue
        if measure in found and not found[measure].agrees(mention):
            doubtful.add(measure)
        found.setdefault(measure, mention)
    return {measure: m for measure, m in found.items() if measure not in doubtful}


def measure_of(passage: Passage, mention: Mention) -> Measure | None:
    """The measure a figure is of; None where its name is not plain."""
    if mention.unit in ("", "%", "个百分点", "百分点"):
        return None
    words = _FILLER.sub("", passage.before(mention, 30))
    clause = re.split(r"[，。；：、,;（(）)\n]", words)[-1]
    if _OTHER.search(clause):
        return None
    match = _NAME.search(_OPENING.sub("", clause))
    if match is None or len(match.group()) < _SHORTEST:
        return None
    return Measure(match.group(), mention.unit)


def passage_of(beside: Beside) -> Passage:
    """Another text, ready to be read beside this one."""
    return Passage(beside.text, True)
