"""Entering an occasion once, with the facets the installed regimes offer for it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.link.join import put_in_role
from zhunsheng.kernel.occasion.facet import Facet
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.draft import put
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing


def hold(
    values: Mapping[str, Any],
    *,
    by: Person,
    division: Division,
    facets: Mapping[str, Mapping[str, Any]] | None = None,
    on: date | None = None,
) -> tuple[Occasion, tuple[Record, ...]]:
    """The occasion and its facets, submitted together; `facets` maps a facet's key to what it
    asks beyond the occasion.

    Errors: NotPossibleError for a facet the occasion does not meet.
    """
    with refusing(division.agency, "hold", by=by):
        require_record(by, division, clock.today())
        with acting(division.agency, "hold", by=by, on=on) as act:
            occasion = put(act, Occasion, values, division=division, standing=Standing.SUBMITTED)
            made = []
            for key, asked in (facets or {}).items():
                facet = _facet(key, occasion)
                row = put(
                    act,
                    facet.of,
                    {**filled(facet, occasion), **asked},
                    division=division,
                    standing=Standing.SUBMITTED,
                )
                put_in_role(act, row, "facet", occasion)
                made.append(row)
            return occasion, tuple(made)


def offered_facets(occasion: Occasion) -> tuple[Facet, ...]:
    """The facets of installed regimes whose condition the occasion meets."""
    return tuple(facet for facet in registry().facets() if facet.when(occasion))


def filled(facet: Facet, occasion: Occasion) -> dict[str, Any]:
    """What the facet takes from the occasion; its title unless it fills another."""
    taken = {name: getattr(occasion, source) for name, source in facet.fills.items()}
    return {"title": occasion.title, **taken}


def _facet(key: str, occasion: Occasion) -> Facet:
    for facet in offered_facets(occasion):
        if facet.key == key:
            return facet
    raise NotPossibleError(
        f"“{occasion.title}”不能作为“{key}”事项：没有制度提供，或条件不符。",
        f"'{occasion.title}' cannot have the facet {key!r}: no regime offers it, or its condition"
        " is not met.",
    )
