"""Who came of those who should have: only sessions whose attendance was taken are counted."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Rate, Sum
from zhunsheng.regimes.study.figures.counted import sessions
from zhunsheng.regimes.study.models import Session

_TAKEN = Q(expected__isnull=False)


def _people(key: str, zh: str, en: str, *, of: str) -> Figure:
    return Figure(
        key, zh, en, "人次", of=Session, measure=Sum(of), dated_by="held_on", where=_TAKEN,
        note_zh="只含登记了应到、实到人数的。", note_en="Only where attendance was taken.",
    )  # fmt: skip


FIGURES = (
    _people("study.expected", "学法应到", "expected at the sessions", of="expected"),
    _people("study.attended", "学法实到", "attended the sessions", of="attended"),
    Figure(
        "study.attendance", "学法出勤率", "attendance", "%",
        measure=Rate("study.attended", "study.expected"),
        note_zh="分母为应到人次，未登记人数的学法活动不计。",
        note_en="Over those expected; sessions without attendance are left out.",
    ),
    sessions(
        "study.attendance.unrecorded", "未登记出勤的学法活动", "sessions without attendance",
        where=Q(expected__isnull=True),
    ),
    Figure(
        "study.hours", "学法学时", "class hours", "学时", of=Session, measure=Sum("hours"),
        dated_by="held_on", where=Q(hours__isnull=False),
    ),
)  # fmt: skip
