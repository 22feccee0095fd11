"""Incidental reviews of the bureau's documents: how many, answered in time, found how."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, by, met_on_time
from zhunsheng.regimes.norms.models import IncidentalReview

_RULE = "norms.review_reply"


def _noticed(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "次", of=IncidentalReview, dated_by="noticed_on", where=where, rule=_RULE,
        note_zh="按收到复议机关通知的日期计。", note_en="By the day the notice came.",
    )  # fmt: skip


FIGURES = (
    _noticed("norms.incidental", "规范性文件被附带审查", "incidental reviews"),
    _noticed(
        "norms.incidental.replied", "已书面答复的附带审查", "incidental reviews answered",
        Q(replied_on__isnull=False),
    ),
    _noticed(
        "norms.incidental.on_time", "按期书面答复的附带审查", "incidental reviews answered on time",
        Q(met_on_time(_RULE)),
    ),
    Figure(
        "norms.incidental.found", "复议机关作出处理的附带审查", "incidental reviews ended", "次",
        of=IncidentalReview, dated_by="found_on", rule=_RULE,
        parts=by(
            "found",
            ("lawful", "相关条款合法", "lawful"),
            ("unlawful", "相关条款不合法", "not lawful"),
        ),
    ),
)  # fmt: skip
