"""A problem goes into the report with a measure, and is solved once its measures are done."""

from typing import Any

from django.db.models import QuerySet

from zhunsheng.kernel.declare import (
    Context,
    Guard,
    Outcome,
    Standing,
    failed,
    kept,
    not_applicable,
)
from zhunsheng.regimes.planning.models import Measure


def _measures(row: Any) -> QuerySet[Measure]:
    """Those not yet confirmed too: an import brings a problem and its measures at once."""
    return Measure._default_manager.filter(problem=row.pk).exclude(standing=Standing.VOIDED)


def _answered(row: Any, _: Context) -> Outcome:
    if _measures(row).exists():
        return kept()
    return failed("没有登记对应的整改措施", "no measure answers it")


def _carried_out(row: Any, context: Context) -> Outcome:
    measures = _measures(row)
    if not measures.exists():
        return not_applicable("没有整改措施", "there is no measure")
    waiting = measures.exclude(done_on__lte=context.on).order_by("pk")
    if not waiting.exists():
        return kept()
    names = "、".join(waiting.values_list("title", flat=True))
    return failed(
        f"销号（{context.on}）时整改措施尚未完成：{names}",
        f"not yet done when it was called solved ({context.on}): {names}",
    )


ANSWERED = Guard(_answered, "planning.answered")
CARRIED_OUT = Guard(_carried_out, "planning.solved")
