"""What the public page says in words: basis, arithmetic, and days against their deadlines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhunsheng.kernel.figure.definition import Figure, Rate, Total
from zhunsheng.kernel.label import in_language
from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.life.delivered import Arrival, addressed
from zhunsheng.reports.public import Shown
from zhunsheng.statute.deadline import Before

Fact = Mapping[str, object]
#: A basis as facts name it → (zh, en); another is shown as it is named.
BASES = {
    "row": ("逐条登记", "counted row by row"),
    "sign_in": ("签到记录", "from sign-in sheets"),
    "estimate": ("估算", "estimated"),
    "declared": ("依文件申报", "declared by document"),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing done or due, its day, and whether that was in time."""

    what: str
    on: date | None
    due: Before
    word: str
    late: bool


def basis(fact: Fact) -> str:
    """What the figure rests on."""
    name = str(fact["basis"])
    return in_language(*BASES[name]) if name in BASES else name


def arithmetic(figure: Figure | None, fact: Fact, facts: Mapping[str, Fact]) -> str:
    """The sum as it was done, from the frozen values; empty for what was simply counted."""
    if fact["value"] is None or figure is None:
        return ""
    if isinstance(figure.measure, Rate):
        return f"{fact['numerator']} ÷ {fact['denominator']} × 100% = {fact['value']}%"
    if isinstance(figure.measure, Total):
        return _sum([facts.get(key) for key in figure.measure.of], fact)
    if figure.part_identity():
        return _sum([facts.get(part.key) for part in figure.part_figures()], fact)
    return ""


def days(shown: Shown, *, today: date) -> list[Kept]:
    """Each addressee and the publication, against the report's own days."""
    kept = [
        Kept(
            a.name,
            a.delivery.delivered_on if a.delivery else None,
            a.due,
            _arrived(a.arrival, a.days_late),
            a.arrival in (Arrival.LATE, Arrival.OVERDUE),
        )
        for a in addressed(shown.edition, today=today)
    ]
    due = deadlines(shown.edition.year, shown.edition.kind).publish
    if due is None:
        return kept
    first = shown.edition.visibilities.filter(public=True).order_by("pk").first()
    on = localtime(first.at).date() if first else None
    over = max((on - due.limit).days, 0) if on else 0
    word = _late(over) if over else _("in time")
    return [*kept, Kept(_("Publication"), on, due, word, over > 0)]


def _sum(parts: list[Fact | None], whole: Fact) -> str:
    values = [str(part["value"]) for part in parts if part and part["value"] is not None]
    return f"{' + '.join(values)} = {whole['value']}" if len(values) == len(parts) else ""


def _arrived(arrival: Arrival, over: int) -> str:
    if arrival == Arrival.LATE:
        return _late(over)
    return {
        Arrival.IN_TIME: _("in time"),
        Arrival.AFTER_SAFE_DAY: _("in time, after the safe day"),
        Arrival.OPEN: _("no delivery recorded yet"),
        Arrival.OVERDUE: _("no delivery recorded, overdue"),
    }[arrival]


def _late(over: int) -> str:
    return ngettext("%(n)d day late", "%(n)d days late", over) % {"n": over}
