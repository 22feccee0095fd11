"""Open duties as a calendar other programs subscribe to (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LINE = 75  # octets


@dataclass(frozen=True, slots=True)
class Dated:
    """One day in the calendar."""

    uid: str
    day: date
    summary: str
    description: str
    ends: datetime | None = None  # the moment, where hours are counted


def calendar_text(name: str, days: Iterable[Dated], *, now: datetime) -> str:
    """The calendar, a whole-day entry for each duty with an alarm the day before at nine.

    Where hours are counted the entry is the last of them, with alarms eleven hours and one
    hour before it begins.
    """
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Zhunsheng//duties//ZH",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for day in days:
        lines += _entry(day, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _entry(day: Dated, stamp: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{day.uid}",
        f"DTSTAMP:{stamp}",
        *_times(day),
        f"SUMMARY:{_escaped(day.summary)}",
        f"DESCRIPTION:{_escaped(day.description)}",
        "TRANSP:TRANSPARENT",
        *(
            line
            for hours in ((15,) if day.ends is None else (11, 1))
            for line in _alarm(day, hours)
        ),
        "END:VEVENT",
    ]


def _times(day: Dated) -> list[str]:
    if day.ends is None:
        return [
            f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}",
        ]
    end = day.ends.astimezone(UTC)
    return [f"DTSTART:{end - timedelta(hours=1):%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}"]


def _alarm(day: Dated, hours: int) -> list[str]:
    """Told so many hours before the entry begins."""
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(day.summary)}",
        f"TRIGGER:-PT{hours}H",
        "END:VALARM",
    ]


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of 75 octets at most; a Chinese character, three octets, is never cut."""
    parts, part, octets = [], "", 0
    for character in line:
        width = len(character.encode())
        if octets + width > _LINE:
            parts.append(part)
            part, octets = " ", 1
        part += character
        octets += width
    return "\r\n".join([*parts, part])
