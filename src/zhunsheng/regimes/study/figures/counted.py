"""The one shape the counts of sessions have."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure
from zhunsheng.regimes.study.models import Session


def sessions(
    key: str,
    zh: str,
    en: str,
    *,
    where: Q | None = None,
    rule: str = "",
    note: tuple[str, str] = ("", ""),
) -> Figure:
    """A count of the sessions held in the year."""
    return Figure(
        key, zh, en, "次", of=Session, dated_by="held_on", where=where, rule=rule,
        note_zh=note[0], note_en=note[1],
    )  # fmt: skip
