"""A refusal is itself recorded: committed to the trail before it is raised."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import ConflictError, InvalidError, KernelError
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.trail.append import append, take_place


def refused(agency: Agency, action: str, *, by: Person, error: KernelError) -> KernelError:
    """The error, after its entry is committed; the caller raises it outside any transaction."""
    zh, en = error.trailed
    with transaction.atomic(durable=True):
        append(
            take_place(agency),
            action=f"refused:{action}",
            actor=by.username,
            at=clock.now(),
            content={"code": error.code, "zh": zh, "en": en},
        )
    return error


@contextmanager
def refusing(agency: Agency, action: str, *, by: Person) -> Iterator[None]:
    """Trails every refusal of rights, state or rule raised in the block, then lets it go on.

    A mistyped value or a stale page is no refusal of the act: neither is trailed.
    """
    try:
        yield
    except (InvalidError, ConflictError):
        raise
    except KernelError as error:
        raise refused(agency, action, by=by, error=error) from None
