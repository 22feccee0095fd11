"""A year's holiday notice: days off, and weekend days worked instead."""

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from typing import Any

from zhunsheng.statute.confidence import Confidence
from zhunsheng.statute.errors import NoticeError
from zhunsheng.statute.notice_text import is_official, read_official

_FIELDS = {"year", "number", "title", "off", "work", "source", "confidence"}


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """One notice; its days lie in its year or in the December before. Errors: NoticeError."""

    year: int
    number: str
    title: str
    off: frozenset[date]
    work: frozenset[date]
    source: str = ""
    confidence: Confidence = Confidence.UNKNOWN

    def __post_init__(self) -> None:
        for day in sorted(self.off | self.work):
            # The notice of 2023 gave 31 December 2022 off: a year can begin in the last one.
            if day.year != self.year and (day.year, day.month) != (self.year - 1, 12):
                raise NoticeError(
                    f"{self.year}年的通知里有{day}；请核对年份和日期。",
                    f"the notice of {self.year} holds {day}; check year and days.",
                )
        for day in sorted(self.work):
            if day in self.off or day.weekday() < 5:
                raise NoticeError(
                    f"{self.year}年的通知把{day}列为调休上班，但它不是周末，或同时列为放假；请核对。",
                    f"the notice of {self.year} says {day} is worked instead, but it is no"
                    " weekend day or is also a day off; check it.",
                )


def parse_notice(text: str) -> HolidayNotice:
    """The notice from the General Office's own words, pasted whole, or from a TOML entry.

    Errors: NoticeError saying what is missing or contradicts itself.
    """
    if is_official(text):
        return HolidayNotice(**read_official(text), source="通知原文")  # the notice's own text
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NoticeError(
            f"这不是放假安排通知，也不是有效的TOML：{error}；请粘贴通知全文，或按模板填写。",
            f"this is no holiday notice, nor valid TOML: {error}; paste the notice whole or fill"
            " in the template.",
        ) from error
    entries = data.get("notice", [data])
    if not isinstance(entries, list) or len(entries) != 1:
        raise NoticeError(
            "一次只能装载一个年份的通知；请分开装载。",
            "one notice is loaded at a time; load each year by itself.",
        )
    return _notice(entries[0])


@functools.cache
def shipped_notices() -> tuple[HolidayNotice, ...]:
    """The notices that ship with the product, by year."""
    path = resources.files("zhunsheng.statute") / "packs" / "calendar.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_notice(entry) for entry in data["notice"])


def _notice(entry: Mapping[str, Any]) -> HolidayNotice:
    unknown = sorted(set(entry) - _FIELDS)
    missing = sorted({"year", "number", "off", "work"} - set(entry))
    if unknown or missing:
        named = "、".join(unknown + missing)
        raise NoticeError(
            f"通知缺少或多出这些栏：{named}；应有year、number、off、work，可有title、source、confidence。",
            f"the notice lacks or must not have: {named}; it has year, number, off, work, and may"
            " have title, source, confidence.",
        )
    return HolidayNotice(
        year=_year(entry["year"]),
        number=str(entry["number"]),
        title=str(entry.get("title", "")),
        off=frozenset(_days(entry["off"])),
        work=frozenset(_days(entry["work"])),
        source=str(entry.get("source", "")),
        confidence=_confidence(entry.get("confidence", "unknown")),
    )


def _year(value: object) -> int:
    if isinstance(value, int) and re.fullmatch(r"(19|20)\d\d", str(value)):
        return value
    raise NoticeError(
        f"通知的年份“{value}”无效；应写成2024。", f"{value!r} is no year of a notice; write 2024."
    )


def _confidence(value: object) -> Confidence:
    try:
        return Confidence(str(value))
    except ValueError:
        allowed = "、".join(Confidence)
        raise NoticeError(
            f"可信度“{value}”无效；可用：{allowed}。",
            f"the confidence {value!r} is unknown; one of {allowed}.",
        ) from None


def _days(entries: object) -> Iterable[date]:
    """Single days, or [first, last] with both ends counted."""
    for entry in entries if isinstance(entries, list) else [entries]:
        first, last = _ends(entry)
        yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _ends(entry: object) -> tuple[date, date]:
    ends = entry if isinstance(entry, list) else [entry, entry]
    days = [day for day in ends if type(day) is date]
    if len(ends) == len(days) == 2 and days[0] <= days[1]:
        return days[0], days[1]
    raise NoticeError(
        f"“{entry}”不是日期或起止日期；应写成2024-10-01或[2024-10-01, 2024-10-07]。",
        f"{entry!r} is no day or span; write 2024-10-01 or [2024-10-01, 2024-10-07].",
    )
