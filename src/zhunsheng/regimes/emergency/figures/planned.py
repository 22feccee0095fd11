"""Plans in force, what made them more or fewer, and their filing."""

from django.db.models import Q

from zhunsheng.kernel.declare import (
    END,
    START,
    Figure,
    Identity,
    Rate,
    Stock,
    by,
    exists,
    met,
    met_on_time,
)
from zhunsheng.regimes.emergency.models import Drill, Plan

_IN_FORCE = Stock(since="issued_on", until="abolished_on")
_FILING = "emergency.plan_filing"
_FILED = (
    "按备案日期计；现场处置方案、灭火和应急疏散预案不需备案。",
    "By the day filed; on-site plans and plans for fires are not filed.",
)

FIGURES = (
    Figure(
        "emergency.plans", "现行应急预案", "plans in force at the end of the year", "件",
        of=Plan, measure=_IN_FORCE, at=END,
        parts=by(
            "kind",
            ("departmental", "部门应急预案", "departmental plans"),
            ("special", "专项应急预案", "special plans"),
            ("safety", "生产安全事故应急预案", "plans for accidents at work"),
            ("on_site", "现场处置方案", "on-site plans"),
            ("fire", "灭火和应急疏散预案", "plans for fires"),
        ),
        note_zh="自印发之日起计入，自停止执行之日起不再计入。",
        note_en="Counted from issue until it is abolished.",
    ),
    Figure(
        "emergency.plans.start", "年初现行应急预案", "plans in force at the start", "件",
        of=Plan, measure=_IN_FORCE, at=START,
    ),
    Figure(
        "emergency.plans.issued", "印发应急预案", "plans issued", "件",
        of=Plan, dated_by="issued_on",
    ),
    Figure(
        "emergency.plans.abolished", "停止执行的应急预案", "plans abolished", "件",
        of=Plan, dated_by="abolished_on",
    ),
    Figure(
        "emergency.plans.evaluated", "评估应急预案", "plans evaluated", "件",
        of=Plan, dated_by="evaluated_on", rule="emergency.plan_evaluation",
        note_zh="按最近一次评估的日期计。", note_en="By the day of the last evaluation.",
    ),
    Figure(
        "emergency.plans.drilled", "开展过演练的现行应急预案", "plans in force once drilled", "件",
        of=Plan, measure=_IN_FORCE, at=END, where=Q(exists(Drill, "plan")),
        rule="emergency.drill_cycle",
    ),
    Figure(
        "emergency.plans.filed", "报送备案的应急预案", "plans filed", "件",
        of=Plan, dated_by="filed_on", where=Q(met(_FILING)), rule=_FILING,
        note_zh=_FILED[0], note_en=_FILED[1],
    ),
    Figure(
        "emergency.plans.filed.on_time", "按期报送备案的应急预案", "plans filed on time", "件",
        of=Plan, dated_by="filed_on", where=Q(met_on_time(_FILING)), rule=_FILING,
        note_zh=_FILED[0], note_en=_FILED[1],
    ),
    Figure(
        "emergency.plans.filed.rate", "应急预案按期备案率", "share filed on time", "%",
        measure=Rate("emergency.plans.filed.on_time", "emergency.plans.filed"), rule=_FILING,
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="emergency.plans",
        zh="年末现行应急预案等于年初现行加印发减停止执行",
        en="in force at the end = at the start + issued − abolished",
        left=("emergency.plans",),
        right=("emergency.plans.start", "emergency.plans.issued"),
        right_minus=("emergency.plans.abolished",),
    ),
)
