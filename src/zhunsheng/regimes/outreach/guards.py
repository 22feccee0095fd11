"""An item of the list is done when something was done for it."""

from typing import Any

from zhunsheng.kernel.declare import Context, Guard, Outcome, Standing, failed, kept
from zhunsheng.regimes.outreach.models import Event, OnlineItem


def _something_done(row: Any, context: Context) -> Outcome:
    """Rows not yet confirmed count: an import brings an item and its events at once."""
    for model, day in ((Event, "held_on"), (OnlineItem, "posted_on")):
        rows = model._default_manager.filter(list_item=row.pk, **{f"{day}__lte": context.on})
        if rows.exclude(standing=Standing.VOIDED).exists():
            return kept()
    return failed(
        f"截至{context.on}没有登记对应这一清单事项的普法活动或者网络普法",
        f"no event or online item stands for it up to {context.on}",
    )


SOMETHING_DONE = Guard(_something_done, "outreach.list")
