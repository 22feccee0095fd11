"""REL015: a total that comes after its parts is not their sum."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.sums import Form, sums

_ZH, _EN = "合计数与前列各项之和不符", "a total that comes after its parts is not their sum"


def _run(passage: Passage) -> Outcome:
    return broken("REL015", sums(passage, Form.TRAILING), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL015",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=("共", "合计", "总计", "总量", "总数", "累计", "全年", "总收入", "总支出"),
    good=(
        "收到转办件265件，平台受理171件，两项合计436件。",
        "收入完成42.6亿元、下降3%，上年结转10.3亿元，调入资金1.6亿元，基金总收入54.5亿元。",
    ),
    bad=(
        "收到转办件256件，平台受理171件，两项合计436件。",
        "收入完成46.2亿元、下降3%，上年结转10.3亿元，调入资金1.6亿元，基金总收入54.5亿元。",
    ),
)
