"""What is withheld at the end of the year, and the reviews of it."""

from zhunsheng.kernel.declare import END, Figure, Stock, by
from zhunsheng.regimes.disclosure.models import Withheld, WithheldReview

FIGURES = (
    Figure(
        "disclosure.withheld", "年末不予公开信息", "information withheld at the end of the year",
        "件", of=Withheld, measure=Stock(since="withheld_on", until="opened_on"), at=END,
        rule="disclosure.withheld_review",
        note_zh="自确定不予公开之日起计入，转为公开之日起不再计入。",
        note_en="From the day it was withheld until it is opened.",
    ),
    Figure(
        "disclosure.withheld.reviews", "不予公开信息评估审查", "reviews of what is withheld", "次",
        of=WithheldReview, dated_by="reviewed_on", rule="disclosure.withheld_review",
        note_zh="按评估审查日期计。", note_en="By the day of the review.",
        parts=by(
            "result", ("kept", "继续不予公开", "still withheld"), ("opened", "转为公开", "opened")
        ),
    ),
)  # fmt: skip
