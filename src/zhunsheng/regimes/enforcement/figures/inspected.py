"""Officers, inspections, and what was published of them."""

from django.db.models import Q

from zhunsheng.kernel.declare import END, Figure, Rate, Stock, by, met, met_on_time
from zhunsheng.regimes.enforcement.models import AnnualNotice, Inspection, Officer

_PUBLISH = "enforcement.publish_inspection"
_RESULT = ("按检查日期计。", "By the day of the inspection.")


def _inspections(key: str, zh: str, en: str, where: Q, rule: str = "") -> Figure:
    return Figure(
        key, zh, en, "次", of=Inspection, dated_by="held_on", where=where, rule=rule,
        note_zh=_RESULT[0], note_en=_RESULT[1],
    )  # fmt: skip


FIGURES = (
    Figure(
        "enforcement.officers", "年末持有效执法证件人员", "officers whose certificates hold", "人",
        of=Officer, measure=Stock(since="issued_on", until="expires_on"), at=END,
        rule="enforcement.officers",
        note_zh="自发证之日起计入，自失效之日起不再计入。",
        note_en="Counted from issue until the certificate expires.",
    ),
    Figure(
        "enforcement.inspections", "开展行政检查", "inspections", "次",
        of=Inspection, dated_by="held_on",
        parts=by(
            "kind",
            ("routine", "日常检查", "routine"),
            ("random", "双随机抽查", "at random"),
            ("special", "专项检查", "special"),
            ("case", "个案检查", "of one case"),
        ),
    ),
    _inspections(
        "enforcement.inspections.planned", "列入年度计划的行政检查", "inspections of the plan",
        Q(plan__isnull=False),
    ),
    _inspections(
        "enforcement.inspections.enterprises", "涉企行政检查", "inspections of enterprises",
        Q(of_enterprise=True),
    ),
    Figure(
        "enforcement.inspections.results", "行政检查结果", "results of inspections", "次",
        of=Inspection, dated_by="held_on",
        parts=by(
            "result",
            ("clear", "未发现问题", "nothing found"),
            ("corrected", "责令改正", "ordered to correct"),
            ("case", "移送立案", "a case was filed"),
        ),
    ),
    _inspections(
        "enforcement.inspections.published", "已公开结果的行政检查", "inspections, published",
        Q(met(_PUBLISH)), _PUBLISH,
    ),
    _inspections(
        "enforcement.inspections.on_time", "按期公开结果的行政检查",
        "inspections published on time", Q(met_on_time(_PUBLISH)), _PUBLISH,
    ),
    Figure(
        "enforcement.inspections.on_time.rate", "行政检查结果按期公开率",
        "share of inspections published on time", "%",
        measure=Rate("enforcement.inspections.on_time", "enforcement.inspections"), rule=_PUBLISH,
    ),
    Figure(
        "enforcement.plans_published", "公开年度行政检查计划", "plans published", "件",
        of=AnnualNotice, dated_by="published_on", where=Q(kind="plan"),
        rule="enforcement.publish_plan",
    ),
    Figure(
        "enforcement.data_published", "公开上年度行政执法数据", "yearly figures published", "件",
        of=AnnualNotice, dated_by="published_on", where=Q(kind="data"),
        rule="enforcement.publish_data",
    ),
)  # fmt: skip
