"""Letters of other organs that ask for the bureau's view."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Rate, met_on_time
from zhunsheng.regimes.disclosure.models import Consulted

_RULE = "disclosure.joint_term"


def _letters(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "件", of=Consulted, dated_by="received_on", where=where, rule=_RULE,
        note_zh="按收到征求意见书日期计。", note_en="By the day the letter was received.",
    )  # fmt: skip


FIGURES = (
    _letters("disclosure.consulted", "其他机关征求公开意见", "views asked by other organs"),
    _letters(
        "disclosure.consulted.on_time", "按期提出意见的征求公开意见", "views given on time",
        Q(met_on_time("disclosure.consulted")),
    ),
    Figure(
        "disclosure.consulted.rate", "按期提出意见率", "share of views given on time", "%",
        measure=Rate("disclosure.consulted.on_time", "disclosure.consulted"), rule=_RULE,
    ),
)  # fmt: skip
