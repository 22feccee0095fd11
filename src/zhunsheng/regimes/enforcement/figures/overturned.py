"""Penalty decisions reversed, and whether what was published of them was withdrawn in time."""

from django.db.models import Exists, OuterRef, Q

from zhunsheng.kernel.declare import Figure, Rate, by, met_on_time
from zhunsheng.regimes.enforcement.models import PenaltyCase, Reversal

_RULE = "enforcement.withdrawal"
_PUBLIC = Q(
    Exists(
        PenaltyCase._default_manager.filter(
            pk=OuterRef("case_id"), published_on__lte=OuterRef("reversed_on")
        )
    )
)

FIGURES = (
    Figure(
        "enforcement.reversals", "变更、撤销、确认违法或者无效的处罚决定", "decisions reversed",
        "件", of=Reversal, dated_by="reversed_on", rule=_RULE,
        parts=by(
            "how",
            ("changed", "变更", "changed"),
            ("revoked", "撤销", "revoked"),
            ("unlawful", "确认违法", "found unlawful"),
            ("invalid", "确认无效", "found invalid"),
        ),
        note_zh="一件决定先后变动几次的，按次计；按变动日期计。",
        note_en="Each time a decision was reversed, by its day.",
    ),
    Figure(
        "enforcement.reversals.public", "变动前已公开的处罚决定", "reversed after publication",
        "件", of=Reversal, dated_by="reversed_on", rule=_RULE,
        where=_PUBLIC,
    ),
    Figure(
        "enforcement.reversals.on_time", "按期撤回公开信息", "withdrawn in time", "件",
        of=Reversal, dated_by="reversed_on", rule=_RULE,
        where=Q(met_on_time("enforcement.withdraw")),
    ),
    Figure(
        "enforcement.reversals.on_time.rate", "按期撤回率", "share withdrawn in time", "%",
        measure=Rate("enforcement.reversals.on_time", "enforcement.reversals.public"), rule=_RULE,
    ),
)  # fmt: skip
