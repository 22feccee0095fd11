"""What deputies and members said of the replies: the last word counts, the first is kept."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, Rate, Total
from zhunsheng.regimes.oversight.figures.counted import answered

_RULE = "oversight.feedback"
_LAST = ("重新答复后再次反馈的，按再次反馈计。", "A second feedback takes the first one's place.")
_FIRST_DISSATISFIED = Q(feedback="dissatisfied")


def _said(value: str) -> Q:
    return Q(feedback_again=value) | Q(feedback_again="", feedback=value)


FIGURES = (
    answered(
        "oversight.heard", "已反馈意见的建议提案", "answered and heard of",
        where=~Q(feedback=""), rule=_RULE,
    ),
    answered("oversight.no_feedback", "未反馈", "without feedback", where=Q(feedback="")),
    answered(
        "oversight.satisfied", "反馈满意", "satisfied", where=_said("satisfied"), note=_LAST
    ),
    answered(
        "oversight.basically_satisfied", "反馈基本满意", "basically satisfied",
        where=_said("basically_satisfied"), note=_LAST,
    ),
    answered(
        "oversight.dissatisfied", "反馈不满意", "dissatisfied", where=_said("dissatisfied"),
        note=_LAST,
    ),
    Figure(
        "oversight.content", "反馈满意和基本满意", "satisfied or basically satisfied", "件",
        measure=Total(("oversight.satisfied", "oversight.basically_satisfied")),
    ),
    Figure(
        "oversight.satisfaction", "建议提案办理满意率", "satisfaction", "%",
        measure=Rate("oversight.content", "oversight.answered"), rule=_RULE,
        note_zh="分母为已答复的主办、分办件，未反馈的计入分母；协办件由主办单位答复，不计。",
        note_en="Over lead and separate ones answered, those without feedback included; the lead"
        " answers co-handled ones.",
    ),
    answered(
        "oversight.rehandle_owed", "首次反馈不满意的建议提案", "dissatisfying at first",
        where=_FIRST_DISSATISFIED, rule=_RULE,
    ),
    answered(
        "oversight.rehandled", "不满意后重新答复的建议提案", "replied again",
        where=_FIRST_DISSATISFIED & Q(replied_again_on__isnull=False), rule=_RULE,
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="oversight.feedback",
        zh="已答复等于已反馈与未反馈之和",
        en="answered = heard of + without feedback",
        left=("oversight.answered",),
        right=("oversight.heard", "oversight.no_feedback"),
    ),
    Identity(
        key="oversight.heard",
        zh="已反馈等于满意、基本满意与不满意之和",
        en="heard of = satisfied + basically satisfied + dissatisfied",
        left=("oversight.heard",),
        right=(
            "oversight.satisfied",
            "oversight.basically_satisfied",
            "oversight.dissatisfied",
        ),
    ),
)
