"""How a report stands, kept while the trail stands: whatever moves it is an entry of the trail."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from zhunsheng.kernel import clock
from zhunsheng.kernel.figure.closed import agencies_of
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.trail.heads import Heads, heads_now
from zhunsheng.reports.drift import Drift, drift
from zhunsheng.reports.ledgers import Ledgers, fresh_ledgers, kept_ledgers
from zhunsheng.reports.life.collected import PartState, collected
from zhunsheng.reports.life.promised import Promised, promised
from zhunsheng.reports.life.threads import Thread, threads
from zhunsheng.reports.models import Edition, Report, Waiver
from zhunsheng.reports.review import Review, review, scope_of


@dataclass(frozen=True, slots=True)
class Stand:
    """A report with all that is said of it; `drift` is of the edition, where there is one."""

    ledgers: Ledgers
    review: Review
    edition: Edition | None
    drift: tuple[Drift, ...]
    collected: tuple[PartState, ...]
    promised: tuple[Promised, ...]
    threads: dict[str, tuple[Thread, ...]]
    waivers: tuple[Waiver, ...]


def stand_of(report: Report) -> Stand:
    """From memory as long as no entry was written in the agency's trail since."""
    heads = heads_now(agencies_of(scope_of(report)))
    if heads is None:
        return _stand(report, fresh_ledgers(scope_of(report)))
    in_use = tuple(used_by(report.agency_id).figures())
    # The row was read before the heads: its version says which of the two is the newer.
    return _kept(report, report.version, heads, clock.today(), in_use)


@lru_cache(maxsize=8)
def _kept(
    report: Report, version: int, heads: Heads, today: date, in_use: tuple[str, ...]
) -> Stand:
    return _stand(report, kept_ledgers(scope_of(report)))


def _stand(report: Report, ledgers: Ledgers) -> Stand:
    edition = Edition.objects.filter(report_id=report.pk).order_by("-pk").first()
    waivers = Waiver.objects.filter(report_id=report.pk).select_related("by").order_by("pk")
    return Stand(
        ledgers=ledgers,
        review=review(report, ledgers=ledgers),
        edition=edition,
        drift=drift(edition) if edition else (),
        collected=collected(report, today=clock.today()),
        promised=promised(report),
        threads=threads(report),
        waivers=tuple(waivers),
    )
