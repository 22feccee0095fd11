"""REL018: the average of a day or a month does not fit the total."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.averages import daily_averages

_ZH, _EN = (
    "日均、月均数与总数不符",
    "the average of a day or a month does not fit the total",
)


def _run(passage: Passage) -> Outcome:
    return broken("REL018", daily_averages(passage), zh=_ZH, en=_EN)


CHECK = Check(
    code="REL018",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(
        "日均",
        "平均每",
        "每日平均",
        "月均",
        "每月平均",
    ),
    good=(
        "2023年，热线全年接听73000件，日均200件。",
        "2023年1月至9月，热线接听73000件，日均267件。",
        "全年共办理3409件，月均284件。",
        "前三季度办理3409件，月均379件；近两年办理3409件，月均142件。",
    ),
    bad=(
        "2023年，热线全年接听87600件，日均204件。",
        "全年共办理3409件，月均248件。",
    ),
)
