"""A record as its version keeps it: column name → plain value."""

import functools

from zhunsheng.kernel.digest import canonical, plain, sm3
from zhunsheng.kernel.record.models import Record


@functools.cache
def columns(model: type[Record]) -> tuple[str, ...]:
    """The attribute name (attname) of every column of the register, in table order."""
    return tuple(field.attname for field in model._meta.concrete_fields)


def snapshot(record: Record) -> dict[str, object]:
    """The row's values as canonical JSON writes them."""
    return {name: plain(getattr(record, name)) for name in columns(type(record))}


def sealed(record: Record) -> tuple[str, str]:
    """(canonical JSON, digest) of the row as it stands in memory."""
    data = canonical(snapshot(record))
    return data, sm3(data.encode())
