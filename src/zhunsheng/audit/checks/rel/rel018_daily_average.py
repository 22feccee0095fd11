"""REL018: the daily average does not fit the year's total."""

from zhunsheng.audit.check import Check, Outcome, broken
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.averages import daily_averages

_ZH, _EN = "日均数与全年总数不符", "the daily average does not fit the year's total"


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
    ),
    good=(
        "2023年，热线全年接听73000件，日均200件。",
        "2023年1月至9月，热线接听73000件，日均267件。",
    ),
    bad=("2023年，热线全年接听87600件，日均204件。",),
)
