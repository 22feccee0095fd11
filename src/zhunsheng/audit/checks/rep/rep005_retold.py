"""REP005: two figures are told together twice, the second time one of them with a slip."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.retold import retold

_ZH, _EN = (
    "成对数据前后复述时仅差一处笔误",
    "figures told together twice differ by one slip",
)


def _run(passage: Passage) -> Outcome:
    return broken("REP005", retold(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REP005",
    zh=_ZH,
    en=_EN,
    run=_run,
    good=(
        "前三年全县新改建农村公路118公里，完成投资5484万元。官员称，前三年新改建农村公路118公里，"
        "完成投资5484万元。",
        "甲镇新改建农村公路118公里，完成投资5484万元。乙镇新改建农村公路118公里，完成投资5464万元。",
        "新收案件151件，同比增长12.5%；审结案件150件，同比增长12.5%。",
    ),
    bad=(
        "前三年全县新改建农村公路118公里，完成投资5484万元。官员称，前三年新改建农村公路118公里，"
        "完成投资5448万元。",
        "新受理案件151件，同比增长128.78%。全年需办理150件，同比增长128.78%。",
    ),
)
