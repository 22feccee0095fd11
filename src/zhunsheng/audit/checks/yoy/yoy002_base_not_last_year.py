"""YOY002: the figure given for last year is not the one last year's report gave."""

import re
from itertools import pairwise

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.measures import measure_of, measures, passage_of
from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage

_ZH = "文中所说的上年数值与上年报告不符"
_EN = "the figure given for last year is not that of last year's report"
_BASE = re.compile(r"^[，,]?(?:比|较|与)(?:上年|去年|上一年|20\d{2} ?年)(?:同期)?的?$")


def _run(passage: Passage) -> Outcome:
    previous = passage.handed.previous
    if previous is None:
        return Outcome()
    before = measures(passage_of(previous))
    relations = []
    for this, base in pairwise(passage.mentions):
        measure = measure_of(passage, this)
        old = before.get(measure) if measure else None
        if old is None or base.unit != this.unit or not _BASE.match(passage.between(this, base)):
            continue
        holds = old.agrees(base)
        shown = f"{base.text} {'=' if holds else '≠'} {old.text}（{previous.name}）"
        relations.append(Relation("base", base, (), holds, shown))
    return broken("YOY002", relations, zh=_ZH, en=_EN)


CHECK = Check(
    code="YOY002",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("比", "较", "与"),
    needs=Needs.PREVIOUS,
    given=Handed(previous=Beside("上年报告", "建成各类创新平台160家。")),
    good=("建成各类创新平台175家，较上年的160家增加15家。",),
    bad=("建成各类创新平台175家，较上年的165家增加10家。",),
)
