"""A due date's working told as text, in Chinese and in English."""

from datetime import date

from zhunsheng.statute.working import Span, State, Working

_STATES = {
    State.COUNTED: ("计入", "counted"),
    State.SKIPPED: ("不计", "not counted"),
    State.PAUSED: ("中止", "paused"),
}


def in_chinese(on: date, working: Working) -> str:
    """One line for the result, one for each span, one for each thing that is not certain."""
    begun, ended = working.times
    first = f"自{_zh(working.start)}{begun}起算{'' if begun else '（当日不计）'}"
    lines = [f"{first}，{working.rule_zh}，至{_zh(on)}{ended}届满。"]
    for span, numbers in _numbered(working):
        counted = f"（第{numbers}日）" if numbers else ""
        lines.append(f"{_days_zh(span)} {_STATES[span.state][0]}{counted}：{span.zh}")
    if working.notices:
        lines.append(f"依据：{'；'.join(working.notices)}。")
    if working.missing_years:
        years = "、".join(f"{year}年" for year in working.missing_years)
        lines.append(
            f"{years}的放假安排通知尚未装载，该年按周一至周五推算，本日期为暂定；装载通知后重新计算。"
        )
    return "\n".join(lines)


def in_english(on: date, working: Working) -> str:
    """The same in English."""
    begun, ended = (f" {time}" if time else "" for time in working.times)
    first = f"From {working.start}{begun or ' (not counted)'}"
    lines = [f"{first}, {working.rule_en}: until {on}{ended}."]
    for span, numbers in _numbered(working):
        days = f"{span.first}" if span.days == 1 else f"{span.first} to {span.last}"
        counted = f" (day {numbers})" if numbers else ""
        lines.append(f"{days} {_STATES[span.state][1]}{counted}: {span.en}")
    if working.notices:
        lines.append(f"By: {'; '.join(working.notices)}.")
    if working.missing_years:
        years = ", ".join(str(year) for year in working.missing_years)
        lines.append(
            f"No holiday notice is loaded for {years}: plain weekdays were counted, the date is"
            " provisional and is computed again once the notice is loaded."
        )
    return "\n".join(lines)


def _numbered(working: Working) -> list[tuple[Span, str]]:
    """Each span with the numbers of its counted days, so that the count can be followed."""
    told, before = [], 0
    for span in working.spans:
        numbers = ""
        if span.state == State.COUNTED:
            first, before = before + 1, before + span.days
            numbers = str(first) if first == before else f"{first}—{before}"
        told.append((span, numbers))
    return told


def _days_zh(span: Span) -> str:
    if span.days == 1:
        return _zh(span.first)
    same_year = span.first.year == span.last.year
    last = f"{span.last.month}月{span.last.day}日" if same_year else _zh(span.last)
    return f"{_zh(span.first)}至{last}"


def _zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
