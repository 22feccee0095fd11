"""The heads of agencies' chains: what has not moved there has not moved in their registers."""

from collections.abc import Sequence

from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.trail.models import Chain

Heads = tuple[tuple[int, str], ...]


def heads_of(agencies: Sequence[int]) -> Heads | None:
    """(agency, digest of its newest entry) of each; None where one of them has no entry yet.

    Every change of a row is an entry, and each digest is over all entries before it: equal heads
    mean equal registers. Rows put in without an action (a benchmark's) are not seen here.
    """
    found = dict(Chain.objects.filter(agency_id__in=agencies).values_list("agency_id", "head"))
    if not all(found.get(agency) for agency in agencies):
        return None
    return tuple((agency, found[agency]) for agency in agencies)


def heads_now(agencies: Sequence[int]) -> Heads | None:
    """The same, asked once while a page is read: all of it is told of one state."""
    return asked_once(("heads", tuple(agencies)), lambda: heads_of(agencies))
