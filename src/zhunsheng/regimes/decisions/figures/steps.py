"""Of the major decisions of the year, how each step was taken: four answers, and no fifth."""

from django.db.models import Exists, OuterRef, Q

from zhunsheng.kernel.declare import Figure, Identity, Irregularity
from zhunsheng.regimes.decisions.figures.matters import MAJOR, matters

#: No major decision is excused from a step that takes no reason.
_NEVER = Q(major=False)


def _found(rule: str, kind: str) -> Q:
    return Q(Exists(Irregularity.objects.filter(item_id=OuterRef("pk"), rule=rule, kind=kind)))


def _excused(reason: str) -> Q:
    return ~Q(**{reason: ""}) if reason else _NEVER


#: Step → (zh, en, date of its doing, field that says why it is not needed, its rule).
STEPS = {
    "participation": (
        "公众参与", "public participation", "comment_to", "no_comment_reason",
        "decisions.public_participation",
    ),
    "experts": (
        "专家论证", "expert argument", "experts_on", "no_experts_reason",
        "decisions.expert_argument",
    ),
    "risk": (
        "风险评估", "risk assessment", "risk_on", "no_risk_reason", "decisions.risk_assessment",
    ),
    "competition": (
        "公平竞争审查", "fair-competition review", "competition_on", "no_competition_reason",
        "norms.fair_competition_review",
    ),
    "legality": (
        "合法性审查", "legality review", "reviewed_on", "exploratory_risk",
        "decisions.legality_review",
    ),
    "discussion": (
        "集体讨论", "collective discussion", "decided_on", "", "decisions.collective_discussion",
    ),
}  # fmt: skip


def _of(step: str) -> tuple[Figure, ...]:
    """Done, not applicable, departed from for a stated reason, irregular: disjoint, exhaustive."""
    zh, en, day, reason, rule = STEPS[step]
    excused, reasoned, broke = _excused(reason), _found(rule, "reasoned"), _found(rule, "irregular")
    wanted = MAJOR & ~excused
    done = Q(**{f"{day}__isnull": False})
    answers = (
        ("done", "已履行", "done", wanted & ~broke & ~reasoned & done),
        ("not_applicable", "说明理由不适用", "not applicable, with the reason", MAJOR & excused),
        (
            "reasoned",
            "未履行已说明理由",
            "departed from, reason stated",
            wanted & ~broke & reasoned,
        ),
        ("irregular", "不合规定", "irregular", wanted & (broke | (~reasoned & ~done))),
    )
    return tuple(
        matters(
            f"decisions.{step}.{key}", f"重大行政决策{zh}（{part_zh}）", f"{en}: {part_en}",
            where=where, rule=rule,
        )
        for key, part_zh, part_en, where in answers
    )  # fmt: skip


FIGURES = tuple(figure for step in STEPS for figure in _of(step))

IDENTITIES = tuple(
    Identity(
        key=f"decisions.{step}",
        zh=f"重大行政决策等于{zh}已履行、不适用、说明理由与不合规定之和",
        en=f"major decisions = {en} done + not applicable + reasoned + irregular",
        left=("decisions.major",),
        right=tuple(figure.key for figure in _of(step)),
    )
    for step, (zh, en, *_) in STEPS.items()
)
