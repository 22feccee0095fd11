"""REL008: what is left is not what there was, with what came and without what went."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.stocks import stocks

_ZH, _EN = "期末数与期初数加减各项不符", "the closing stock is not the opening one with its flows"


def _run(passage: Passage) -> Outcome:
    return broken("REL008", stocks(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL008",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("年初", "期初", "上年", "旧存", "结存", "净增", "净减"),
    good=(
        "年初现行有效17件，全年新制定2件、废止1件、宣布失效6件，年末现行有效12件。",
        "上年结转申请1件，新收5件，办结5件，结转下年度继续办理1件。",
        "年初计划培训10次，新增2次，全年实际培训9次，年末表彰3次。",
    ),
    bad=("年初现行有效17件，全年新制定2件、废止1件、宣布失效6件，年末现行有效13件。",),
)
