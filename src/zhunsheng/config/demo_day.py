"""The demonstration's day: the model year's report has just gone out; time goes on from there."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Final

#: A working day between the deliveries of the report and its last day for publication.
OPENS_ON: Final = date(2025, 2, 26)
_OPENED: Final = "demo-opened"


def behind(
    var: Path, *, zone: tzinfo, held: Iterable[Path] = (), today: date | None = None
) -> timedelta:
    """How far the demonstration's clock is behind the real one, in days of the `zone`.

    The first process of a fresh installation settles it in a file, so that every process shows
    one day, and the day after it is opened is the model bureau's next. An installation that
    already holds something (`held`) without such a file keeps its own time: its trail must not
    run backwards.
    """
    path = var / _OPENED
    if not any(place.exists() for place in held):
        day = today or datetime.now(zone).date()  # the machine's own day may be another
        try:
            with path.open("x", encoding="ascii") as file:
                file.write(day.isoformat())
        except FileExistsError:
            pass  # another process was first
    if not path.exists():
        return timedelta()
    return date.fromisoformat(path.read_text(encoding="ascii")) - OPENS_ON
