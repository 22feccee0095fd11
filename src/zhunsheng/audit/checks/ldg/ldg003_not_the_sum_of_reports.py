"""LDG003: a total of the summary is not the sum of the reports it sums."""

from decimal import Decimal

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.measures import measures, passage_of
from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number

_ZH = "汇总数与各单位报告之和不符"
_EN = "the total is not the sum of the reports"
_FEWEST = 2  # reports that make a sum


def _run(passage: Passage) -> Outcome:
    reports = [measures(passage_of(beside)) for beside in passage.handed.summed]
    relations = []
    for measure, total in measures(passage).items():
        parts = [report.get(measure) for report in reports]
        known = [part for part in parts if part is not None and part.exact]
        # Where one report is silent the sum may still be right.
        if len(known) < max(_FEWEST, len(reports)) or not total.exact:
            continue
        whole = sum((part.value for part in known), Decimal(0))
        holds = whole == total.value
        shown = " + ".join(number(part.value) for part in known)
        sign = "=" if holds else "≠"
        more = "" if holds else f" = {number(whole)}"
        shown = f"{measure.name}：{number(total.value)} {sign} {shown}{more}"
        relations.append(Relation("round", total, (), holds, shown))
    return broken("LDG003", relations, zh=_ZH, en=_EN)


CHECK = Check(
    code="LDG003",
    zh=_ZH,
    en=_EN,
    run=_run,
    needs=Needs.SUMMED,
    given=Handed(
        summed=(Beside("甲", "全年制定规范性文件2件。"), Beside("乙", "制定规范性文件3件。"))
    ),
    good=("全年共制定规范性文件5件。",),
    bad=("全年共制定规范性文件6件。",),
)
