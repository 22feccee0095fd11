"""Entering what another register counts of a record that is already there: once, not twice."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists

from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.link.join import put_in_role
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.occasion.facet import Aspect
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.draft import put, require_entry
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.validate import require_no_steps
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing


def open_aspects(main: Record) -> Iterator[Aspect]:
    """The aspects the record may have and has not yet."""
    if main.standing == Standing.CONFIRMED:
        yield from (aspect for aspect in registry().aspects() if _open(aspect, main))


def taken_from(main: Record, aspect: Aspect) -> dict[str, Any]:
    """What the aspect takes from the record: its title, and the fields it has."""
    taken = {name: getattr(main, source, None) for name, source in aspect.fills.items()}
    return {"title": main.title, **{name: value for name, value in taken.items() if value}}


def hang(
    main: Record,
    aspect: Aspect,
    values: Mapping[str, object],
    *,
    by: Person,
    division: Division,
    on: date | None = None,
) -> Record:
    """The aspect's row, submitted and hung on the record.

    Errors: NotAllowedError for who keeps no records of the division; NotPossibleError where the
    record is not confirmed, is not offered for the role, or has the aspect already.
    """
    with refusing(division.agency, "hang", by=by):
        require_entry(aspect.of, by, division)
        require_no_steps(aspect.of, values)
        if main.agency_id != division.agency_id or aspect not in open_aspects(main):
            raise NotPossibleError(
                f"“{main.title}”现在不能记为“{aspect.zh}”：尚未确认、条件不符，或者已经记过。",
                f"'{main.title}' cannot be entered as '{aspect.en}' now: it is not confirmed, does"
                " not meet the condition, or was entered already.",
            )
        with acting(division.agency, "hang", by=by, on=on) as act:
            row = put(act, aspect.of, values, division=division, standing=Standing.SUBMITTED)
            put_in_role(act, row, "facet", main)
            return row


def _open(aspect: Aspect, main: Record) -> bool:
    """One question: the record meets an offer of the role, and no such row hangs on it."""
    rows = aspect.of._default_manager.exclude(standing=Standing.VOIDED).values("pk")
    hung = Link.objects.filter(role="facet", target_id=main.pk, source_id__in=rows)
    return any(
        offer.of._default_manager.filter(offer.when, ~Exists(hung), pk=main.pk).exists()
        for offer in registry().offers(aspect.role)
        if offer.of is type(main)
    )
