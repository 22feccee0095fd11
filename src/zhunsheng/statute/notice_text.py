"""A holiday notice read from the General Office's own words, checked against itself.

The text carries two checks of its own, the weekday after a date and the number of days off; a
notice typed with a slip is refused rather than counted by.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from zhunsheng.statute.errors import NoticeError

_FULL_WIDTH = str.maketrans("０１２３４５６７８９()[]:", "0123456789（）〔〕：")
_TITLE = re.compile(r"关于(\d{4})年部分节假日安排的通知")  # on the holidays of a year
_NUMBER = re.compile(r"国办发明电〔\d{4}〕\d+号")  # telegram number of the General Office
_CLAUSE = re.compile(r"[一二三四五六七八九十]、[\u4e00-\u9fff、]{2,12}：")  # "2. Spring Festival:"
_TOTAL = re.compile(r"共(\d+)天")  # n days in all
_DATE = re.compile(
    r"(至?)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?"  # [to] y m d (weekday)
)
_WEEKDAY = re.compile(r"(?:星期|周)([一二三四五六日天])")  # day of the week
_WEEKDAYS = {char: n for n, char in enumerate("一二三四五六日")} | {"天": 6}  # Monday … Sunday


def is_official(text: str) -> bool:
    """Whether the text looks like a notice as it was issued."""
    return bool(_CLAUSE.search(_plain(text)))


def read_official(text: str) -> dict[str, Any]:
    """`year`, `number`, `title`, `off` and `work` of the notice. Errors: NoticeError."""
    plain = _plain(text)
    title = _TITLE.search(plain)
    if title is None:
        raise _refusal(
            "找不到“关于××××年部分节假日安排的通知”的标题；请连标题一起粘贴",
            "the title naming the year is not there; paste it with the text",
        )
    year, number = int(title[1]), _NUMBER.search(plain)
    off: set[date] = set()
    work: set[date] = set()
    for clause in _CLAUSE.split(plain)[1:]:
        for sentence in clause.split("。"):
            if "上班" in sentence:  # worked instead
                work.update(day for span in _spans(sentence, year) for day in span)
            # Off, or off in lieu; a day units are encouraged to give is called 休息 and is worked.
            elif "放假" in sentence or "补休" in sentence:
                off.update(_off(sentence, year))
    if not off:
        raise _refusal("没有读出任何放假日期；请核对原文", "no day off was found; check the text")
    return {
        "year": year,
        "number": number[0] if number else f"{year}年放假安排通知（文号未填）",
        "title": f"国务院办公厅{title[0]}",
        "off": frozenset(off),
        "work": frozenset(work),
    }


def _off(sentence: str, year: int) -> list[date]:
    days = [day for span in _spans(sentence, year) for day in span]
    total = _TOTAL.search(sentence)
    if total and int(total[1]) != len(days):
        raise _refusal(
            f"“{sentence}”列出{len(days)}天，却写共{total[1]}天；请核对原文",
            f"“{sentence}” lists {len(days)} days but says {total[1]}; check the text",
        )
    return days


def _spans(sentence: str, year: int) -> Iterator[list[date]]:
    """Each date, or each span of dates, with both ends."""
    first: date | None = None
    month = 0
    matches = list(_DATE.finditer(sentence))
    for at, match in enumerate(matches):
        month = int(match[3] or month)
        day = _day(int(match[2] or (first.year if first else year)), month, match)
        opens = at + 1 < len(matches) and matches[at + 1][1]
        if opens:
            first = day
            continue
        begin = first or day
        first = None
        yield [begin + timedelta(days=n) for n in range((day - begin).days + 1)]


def _day(year: int, month: int, match: re.Match[str]) -> date:
    try:
        day = date(year, month, int(match[4]))
    except ValueError:
        raise _refusal(f"没有“{match[0]}”这一天", f"there is no day “{match[0]}”") from None
    said = _WEEKDAY.search(match[5] or "")
    if said and _WEEKDAYS[said[1]] != day.weekday():
        raise _refusal(
            f"{day}不是{said[0]}；请核对原文",
            f"{day} is not the weekday the text gives ({said[0]})",
        )
    return day


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).translate(_FULL_WIDTH)


def _refusal(zh: str, en: str) -> NoticeError:
    return NoticeError(f"放假安排通知读不出来：{zh}。", f"the holiday notice cannot be read: {en}.")
