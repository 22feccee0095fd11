"""Drills: how many, of which kind, by how many, and whether each was evaluated."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Rate, Sum, by
from zhunsheng.regimes.emergency.models import Drill

_EVALUATION = "emergency.drill_evaluation"


def _drills(key: str, zh: str, en: str, where: Q, rule: str = "") -> Figure:
    return Figure(key, zh, en, "次", of=Drill, dated_by="held_on", where=where, rule=rule)


FIGURES = (
    Figure(
        "emergency.drills", "开展应急演练", "drills", "次", of=Drill, dated_by="held_on",
        rule="emergency.drills",
        parts=by(
            "kind",
            ("fire", "消防疏散", "fire and evacuation"),
            ("laboratory", "实验室安全", "laboratory safety"),
            ("network", "网络安全", "network security"),
            ("flood", "防汛", "flood"),
            ("lift", "电梯困人", "people in a lift"),
            ("first_aid", "应急救护", "first aid"),
            ("other", "其他", "others"),
        ),
    ),
    Figure(
        "emergency.drills.people", "参加应急演练人次", "people at drills", "人次",
        of=Drill, measure=Sum("people"), dated_by="held_on",
    ),
    _drills(
        "emergency.drills.planned", "依据预案开展的应急演练", "drills that tried a plan",
        Q(plan__isnull=False),
    ),
    _drills(
        "emergency.drills.evaluated", "已评估的应急演练", "drills evaluated",
        Q(evaluated_on__isnull=False), _EVALUATION,
    ),
    Figure(
        "emergency.drills.evaluated.rate", "应急演练评估率", "share of drills evaluated", "%",
        measure=Rate("emergency.drills.evaluated", "emergency.drills"), rule=_EVALUATION,
    ),
)  # fmt: skip
