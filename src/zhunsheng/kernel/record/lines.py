"""The rows that hang under a row: they are confirmed and voided with it."""

from collections.abc import Iterator

from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.record.models import Item, Record, Standing
from zhunsheng.kernel.registry import registry


def lines_of(record: Record) -> Iterator[Record]:
    """Every row under the record, and under those, that is not voided."""
    for register in registry().lines_of(type(record)):
        rows = register.of._default_manager.filter(**{register.parent: record.pk})
        for row in rows.exclude(standing=Standing.VOIDED).order_by("pk"):
            yield row
            yield from lines_of(row)


def facets_of(record: Record) -> Iterator[Record]:
    """Every row that is a facet of the occasion, with its lines."""
    sources = Link.objects.filter(role="facet", target_id=record.pk).values("source_id")
    for item in Item.objects.filter(pk__in=sources).order_by("pk"):
        row = registry().model(item.kind)._default_manager.get(pk=item.pk)
        if row.standing != Standing.VOIDED:
            yield row
            yield from lines_of(row)


def with_dependants(record: Record) -> tuple[Record, ...]:
    """The record, its lines and its facets."""
    return (record, *lines_of(record), *facets_of(record))


def parent_of(record: Record) -> Record:
    """The row a line hangs under."""
    parent: Record = getattr(record, registry().register_of(type(record)).parent)
    return parent


def occasion_of(record: Record) -> Record | None:
    """The occasion the row is a facet of; None for any other row."""
    link = Link.objects.filter(role="facet", source_id=record.pk).select_related("target").first()
    if link is None:
        return None
    return registry().model(link.target.kind)._default_manager.get(pk=link.target_id)


def is_line(record: Record) -> bool:
    """Whether the record hangs under another and moves only with it."""
    register = registry().find(type(record))
    return bool(register and register.parent)
