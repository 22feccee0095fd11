"""A refusal is itself recorded: committed to the trail before it is raised."""

from django.db import transaction

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.trail.append import append, take_place


def refused(agency: Agency, action: str, *, by: Person, error: KernelError) -> KernelError:
    """The error, after its entry is committed; the caller raises it outside any transaction."""
    with transaction.atomic(durable=True):
        append(
            take_place(agency),
            action=f"refused:{action}",
            actor=by.username,
            at=clock.now(),
            content={"code": error.code, "zh": error.zh, "en": error.en},
        )
    return error
