"""REL028: a row of a table does not make its total."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.tables import row_sums

_ZH, _EN = "表中一行各栏之和与合计不符", "the columns of a row do not make its total"


def _run(passage: Passage) -> Outcome:
    return broken("REL028", row_sums(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL028",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("计", "总"),
    good=(
        "科室\t主办\t协办\t合计\n办公室\t3\t4\t7\n法规科\t12\t8\t20",
        "科室\t总数\t主办\t协办\t占比\n办公室\t7\t3\t4\t26\n法规科\t20\t12\t8\t74",
        "科室\t总数\t满意\t主办\n办公室\t9\t3\t4\n法规科\t25\t12\t8",
    ),
    bad=(
        "科室\t主办\t协办\t合计\n办公室\t3\t4\t7\n法规科\t12\t8\t22",
        "科室\t总数\t主办\t协办\n办公室\t7\t3\t4\n法规科\t20\t12\t9\n综合科\t11\t6\t5",
    ),
)
