"""REL027: a column of a table does not make its total."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.tables import column_sums

_ZH, _EN = "表中一栏各行之和与合计不符", "the rows of a column do not make its total"


def _run(passage: Passage) -> Outcome:
    return broken("REL027", column_sums(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL027",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("计", "总"),
    good=(
        "科室\t主办\t协办\n办公室\t3\t4\n法规科\t12\t8\n合计\t15\t12",
        "科室\t件数\t办结率\n办公室\t3\t100\n法规科\t12\t98\n合计\t15\t99",
        "类别\t件数\n建议\t12\n其中：主办\t5\n提案\t7\n合计\t19",
    ),
    bad=(
        "科室\t主办\t协办\n办公室\t3\t4\n法规科\t12\t8\n合计\t51\t12",
        "科室\t主办\t协办\n合计\t15\t12\n办公室\t3\t4\n法规科\t12\t9",
        "类别\t编号\t数量\n建议\t1\t12\n提案\t2\t7\n小计\t\t19\n来信\t3\t30\n来访\t4\t4\n小计\t\t34\n合计\t\t52",
    ),
)
