"""What the bureau reports of congress, CPPCC and resident team."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, Rate, Total, by, met_on_time
from zhunsheng.regimes.oversight.models import Submission, SupervisionAct, TeamRemark

_OWN = Q(role__in=("lead", "separate"))
_ANSWERED = _OWN & Q(replied_on__isnull=False)
_ROLES = (("lead", "主办", "lead"), ("co", "协办", "co"), ("separate", "分办", "separate"))


def _received(key: str, body: str, zh: str, en: str) -> Figure:
    return Figure(
        key, zh, en, "件", of=Submission, dated_by="assigned_on", where=Q(body=body),
        parts=by("role", *_ROLES), rule="oversight.reply_term",
        note_zh="按交办日期计。", note_en="By the day of assignment.",
    )  # fmt: skip


def _answered(key: str, zh: str, en: str, where: Q, *, rule: str = "") -> Figure:
    return Figure(
        key, zh, en, "件", of=Submission, dated_by="replied_on", where=_ANSWERED & where, rule=rule,
        note_zh="按答复日期计，只含主办和分办件。",
        note_en="By the day of the reply; lead and separate ones only.",
    )  # fmt: skip


FIGURES = (
    _received("oversight.suggestions", "suggestion", "承办人大代表建议", "suggestions assigned"),
    _received("oversight.proposals", "proposal", "承办政协提案", "proposals assigned"),
    Figure(
        "oversight.submissions", "承办建议提案", "submissions assigned", "件",
        measure=Total(("oversight.suggestions", "oversight.proposals")),
    ),
    Figure(
        "oversight.submissions.counted", "承办建议提案（直接计数）", "submissions, counted", "件",
        of=Submission, dated_by="assigned_on",
    ),
    _answered("oversight.answered", "已答复建议提案", "submissions answered", Q()),
    _answered(
        "oversight.answered.on_time", "按期答复建议提案", "answered on time",
        Q(met_on_time("oversight.reply")), rule="oversight.reply_term",
    ),
    Figure(
        "oversight.answered.rate", "按期答复率", "share answered on time", "%",
        measure=Rate("oversight.answered.on_time", "oversight.answered"),
        rule="oversight.reply_term",
    ),
    _answered(
        "oversight.satisfied", "反馈满意", "satisfied", Q(feedback="satisfied"),
    ),
    _answered(
        "oversight.basically_satisfied", "反馈基本满意", "basically satisfied",
        Q(feedback="basically_satisfied"),
    ),
    _answered(
        "oversight.dissatisfied", "反馈不满意", "dissatisfied", Q(feedback="dissatisfied"),
    ),
    _answered("oversight.no_feedback", "未反馈", "without feedback", Q(feedback="")),
    Figure(
        "oversight.content", "反馈满意和基本满意", "satisfied or basically satisfied", "件",
        measure=Total(("oversight.satisfied", "oversight.basically_satisfied")),
    ),
    Figure(
        "oversight.satisfaction", "建议提案办理满意率", "satisfaction", "%",
        measure=Rate("oversight.content", "oversight.answered"), rule="oversight.feedback",
        note_zh="只就已答复的主办、分办件计算；协办件由主办单位答复。",
        note_en="Only over lead and separate ones that were answered.",
    ),
    Figure(
        "oversight.replies_published", "公开建议提案复文", "replies published", "件",
        of=Submission, dated_by="reply_published_on", where=_OWN, rule="oversight.publish_reply",
    ),
    Figure(
        "oversight.opinions_sent", "送出协办意见", "opinions sent", "件",
        of=Submission, dated_by="assigned_on", where=Q(role="co", opinion_sent_on__isnull=False),
        rule="oversight.co_opinion",
    ),
    Figure(
        "oversight.supervision", "接受人大监督", "acts of supervision by the congress", "次",
        of=SupervisionAct, dated_by="held_on",
        parts=by(
            "kind",
            ("work_report", "听取专项工作报告", "special work reports"),
            ("inquiry", "询问", "inquiries"),
            ("interpellation", "质询", "interpellations"),
            ("inspection", "视察调研", "inspections"),
            ("law_check", "执法检查", "law-enforcement checks"),
        ),
    ),
    Figure(
        "oversight.remarks", "派驻组提出意见", "remarks of the resident team", "条",
        of=TeamRemark, dated_by="made_on", rule="oversight.team_remark",
    ),
    Figure(
        "oversight.remarks.closed", "派驻组意见销号", "remarks closed", "条",
        of=TeamRemark, dated_by="made_on", where=Q(closed_on__isnull=False),
        rule="oversight.team_remark",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="oversight.submissions",
        zh="承办建议提案等于人大代表建议与政协提案之和",
        en="submissions = suggestions + proposals",
        left=("oversight.submissions.counted",),
        right=("oversight.suggestions", "oversight.proposals"),
    ),
    Identity(
        key="oversight.feedback",
        zh="已答复等于满意、基本满意、不满意与未反馈之和",
        en="answered = satisfied + basically satisfied + dissatisfied + without feedback",
        left=("oversight.answered",),
        right=(
            "oversight.satisfied",
            "oversight.basically_satisfied",
            "oversight.dissatisfied",
            "oversight.no_feedback",
        ),
    ),
)
