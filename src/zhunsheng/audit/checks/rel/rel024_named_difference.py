"""REL024: what is left is not what there was less what went."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.balances import WORDS, balances

_ZH, _EN = "差额与两项数字不符", "a difference is not that of its two figures"


def _run(passage: Passage) -> Outcome:
    return broken("REL024", balances(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL024",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=WORDS,
    good=(
        "基金收入96.4亿元，支出91.7亿元，当期结余4.7亿元。",
        "采购预算8.62亿元，实际采购金额8.15亿元，节约资金0.47亿元，节约率5.5%。",
        "一般公共预算收入18.46亿元，支出56.28亿元，年末结余2.31亿元。",
    ),
    bad=(
        "基金收入96.4亿元，支出91.7亿元，当期结余7.4亿元。",
        "全年出生人口2.31万人，死亡人口3.08万人，自然减少0.79万人。",
    ),
)
