"""Copies bought, printed and handed out: three figures; and the places that tell of law."""

from django.db.models import Q

from zhunsheng.kernel.declare import END, Figure, Stock, Sum
from zhunsheng.regimes.outreach.models import Material, Venue

_NOTE = (
    "订购、编印、发放分别统计，不合并。",
    "Bought, printed and handed out are three figures, never added up.",
)


def _copies(key: str, zh: str, en: str, move: str) -> Figure:
    return Figure(
        key, zh, en, "册", of=Material, measure=Sum("copies"), dated_by="moved_on",
        where=Q(move=move), note_zh=_NOTE[0], note_en=_NOTE[1],
    )  # fmt: skip


FIGURES = (
    _copies("outreach.copies.bought", "订购普法书籍", "copies bought", "bought"),
    _copies("outreach.copies.printed", "编印普法资料", "copies printed", "printed"),
    _copies("outreach.copies.handed_out", "发放普法资料", "copies handed out", "handed_out"),
    Figure(
        "outreach.venues", "常设普法阵地", "standing venues", "处",
        of=Venue, measure=Stock("opened_on", "closed_on"), at=END,
    ),
    Figure(
        "outreach.venues.opened", "当年启用的普法阵地", "venues opened in the year", "处",
        of=Venue, dated_by="opened_on",
    ),
)  # fmt: skip
