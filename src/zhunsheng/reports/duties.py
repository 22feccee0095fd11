"""What reports make somebody owe, before they are issued and after: the kernel finds it here."""

from collections.abc import Iterator

from zhunsheng.kernel.duty.term import Duty
from zhunsheng.reports.errors import OutlineError
from zhunsheng.reports.kind import kinds
from zhunsheng.reports.life.due import REPORT_LEAK, edition_duties
from zhunsheng.reports.life.questions import ANSWER
from zhunsheng.reports.life.year_due import arising, year_duties

__all__ = ["arising", "duties"]


def duties() -> Iterator[Duty]:
    """Of every kind of report, once all regimes are known."""
    yield from (ANSWER, REPORT_LEAK)
    try:
        found = kinds()
    except OutlineError:
        return  # a system check names the kind and its fault
    for kind in found.values():
        yield from edition_duties(kind)
        yield from year_duties(kind)
