"""Where an edition has arrived: each addressee with its day, receipt and whether it came late."""

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.models import Delivery, Edition
from zhunsheng.statute.deadline import Before

#: Two organs in one line: 市政府并报市委 is an accepted form.
_BETWEEN = re.compile(r"[，、；,;]|并报|并抄报|并抄送")


class Arrival(StrEnum):
    """What is said of one addressee."""

    IN_TIME = "in_time"
    AFTER_SAFE_DAY = "after_safe_day"
    LATE = "late"
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Addressed:
    """An addressee of the edition and the newest word on it; `copy` for 抄送."""

    name: str
    copy: bool
    due: Before
    arrival: Arrival
    delivery: Delivery | None

    @property
    def days_late(self) -> int:
        """Days after the legal limit; 0 for what is open or came in time."""
        if self.delivery is None:
            return 0
        return max((self.delivery.delivered_on - self.due.limit).days, 0)


def organs(line: str) -> tuple[str, ...]:
    """The organs named in a line of addressees, each once, in order."""
    names = (name.strip(" 。：:") for name in _BETWEEN.split(line))
    return tuple(dict.fromkeys(name for name in names if name))


def addressees(edition: Edition) -> dict[str, bool]:
    """Name → whether it gets a copy; main ones first."""
    document = json.loads(edition.document)
    main = organs(document["addressees"])
    copies = [c for line in document["copies"] for c in organs(line) if c not in main]
    return dict.fromkeys(main, False) | dict.fromkeys(copies, True)


def addressed(edition: Edition, *, today: date) -> tuple[Addressed, ...]:
    """Every addressee of the edition, main ones first; copies go out by the same day."""
    due = deadlines(edition.year, edition.kind).submit
    # All of them, so that whoever asks for many editions may read theirs in one question.
    rows = {d.addressee: d for d in sorted(edition.deliveries.all(), key=lambda d: d.pk)}
    return tuple(
        Addressed(name, copy, due, _arrival(rows.get(name), due, today), rows.get(name))
        for name, copy in addressees(edition).items()
    )


def _arrival(delivery: Delivery | None, due: Before, today: date) -> Arrival:
    if delivery is None:
        return Arrival.OVERDUE if today > due.limit else Arrival.OPEN
    if delivery.delivered_on > due.limit:
        return Arrival.LATE
    return Arrival.AFTER_SAFE_DAY if delivery.delivered_on > due.safe else Arrival.IN_TIME
