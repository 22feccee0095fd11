"""Opinions by kind and by what became of them, contracts reviewed, advisers in force."""

from django.db.models import Q

from zhunsheng.kernel.declare import END, Figure, Rate, Stock, by, met_on_time
from zhunsheng.regimes.counsel.models import (
    ContractReview,
    Engagement,
    GovernmentLawyer,
    Opinion,
)

_HEARD = "counsel.heard"

FIGURES = (
    Figure(
        "counsel.opinions", "出具法律意见", "opinions given", "件", of=Opinion,
        dated_by="given_on", rule=_HEARD,
        parts=by(
            "kind",
            ("norm", "规范性文件", "normative documents"),
            ("decision", "重大决策", "major decisions"),
            ("policy", "政策措施", "policies"),
            ("project", "项目管理", "projects"),
            ("disclosure", "政府信息公开", "disclosure"),
            ("dispute", "争议处理", "disputes"),
            ("other", "其他", "others"),
        ),
    ),
    Figure(
        "counsel.opinions.on_time", "按期出具的法律意见", "opinions given in time", "件",
        of=Opinion, dated_by="given_on", where=Q(met_on_time("counsel.opinion")),
        rule="counsel.opinion_term",
    ),
    Figure(
        "counsel.handled", "已登记采纳情况的法律意见", "opinions whose adoption is recorded", "件",
        of=Opinion, dated_by="given_on", where=~Q(adoption=""),
        parts=by(
            "adoption",
            ("adopted", "采纳", "adopted"),
            ("partly", "部分采纳", "partly adopted"),
            ("not", "未采纳", "not adopted"),
        ),
    ),
    Figure(
        "counsel.adopted.rate", "法律意见采纳率", "share of opinions adopted", "%",
        measure=Rate("counsel.handled.adopted", "counsel.handled"),
        note_zh="只计采纳，部分采纳不计入分子。", note_en="Partly adopted is not in the numerator.",
    ),
    Figure(
        "counsel.recused", "因利益冲突回避", "times an adviser stood aside", "件", of=Opinion,
        dated_by="recused_on", rule="counsel.conflict",
    ),
    Figure(
        "counsel.contracts", "合同法律审查", "contracts reviewed", "份", of=ContractReview,
        dated_by="reviewed_on", rule="counsel.tasks",
    ),
    Figure(
        "counsel.engagements", "年末在聘法律顾问", "engagements in force at the end of the year",
        "家", of=Engagement, measure=Stock(since="starts_on", until="ends_on"), at=END,
        rule="counsel.adviser",
    ),
    Figure(
        "counsel.government_lawyers", "年末在任公职律师",
        "government lawyers in post at the end of the year", "名", of=GovernmentLawyer,
        measure=Stock(since="since_on", until="until_on"), at=END, rule="counsel.adviser",
    ),
)  # fmt: skip
