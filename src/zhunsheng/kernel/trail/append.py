"""Taking a place on an agency's chain and writing the entry that fills it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from zhunsheng.kernel.digest import canonical, plain, sm3
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.trail.models import Chain, Entry

#: Version of the entry's format; docs/reference of the trail describes it.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Place:
    """The next place on a chain, held until the transaction ends."""

    agency_id: int
    agency_code: str
    sequence: int
    previous: str


def take_place(agency: Agency) -> Place:
    """The agency's next place; its chain row is locked first, so that entries queue."""
    Chain.objects.get_or_create(agency=agency)
    # On SQLite the transaction began IMMEDIATE: it already holds the only write lock.
    chain = Chain.objects.select_for_update().get(agency=agency)
    return Place(agency.pk, agency.code, chain.length + 1, chain.head)


def append(
    place: Place, *, action: str, actor: str, at: datetime, content: Mapping[str, object]
) -> Entry:
    """The stored entry; the chain's head moves to it."""
    payload = canonical(
        {
            **content,
            "action": action,
            "actor": actor,
            "at": plain(at),
            "chain": place.agency_code,
            "format": FORMAT,
            "previous": place.previous,
            "sequence": place.sequence,
        }
    )
    digest = sm3(payload.encode())
    entry = Entry.objects.create(
        agency_id=place.agency_id,
        sequence=place.sequence,
        action=action,
        actor=actor,
        at=at,
        payload=payload,
        digest=digest,
    )
    Chain.objects.filter(agency_id=place.agency_id).update(length=place.sequence, head=digest)
    return entry
