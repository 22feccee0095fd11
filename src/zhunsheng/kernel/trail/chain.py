"""Verifying one agency's chain by itself, from its first entry to its head."""

import json
from dataclasses import dataclass

from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.trail.models import Chain, Entry

_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Walked:
    """How many entries were read, and the first that does not hold (0: every one does)."""

    entries: int
    broken_at: int = 0


def walk(agency: Agency) -> Walked:
    """The chain read link by link: each entry's digest, its place, the one before, the head.

    Versions, rows and evidence are for `zhunsheng verify`, which reads the whole database.
    """
    count, before = 0, ""
    rows = Entry.objects.filter(agency=agency).order_by("sequence")
    for sequence, payload, digest in rows.values_list("sequence", "payload", "digest").iterator(
        chunk_size=_CHUNK
    ):
        if sequence != count + 1 or not _holds(payload, digest, sequence, before):
            return Walked(count, broken_at=count + 1)
        count, before = sequence, digest
    head = Chain.objects.filter(agency=agency).values_list("length", "head").first()
    whole = (head or (0, "")) == (count, before)
    return Walked(count) if whole else Walked(count, broken_at=count + 1)


def _holds(payload: str, digest: str, sequence: int, before: str) -> bool:
    if sm3(payload.encode()) != digest:
        return False
    try:
        content = json.loads(payload)
    except ValueError:
        return False
    return (content.get("previous"), content.get("sequence")) == (before, sequence)
