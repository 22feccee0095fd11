"""Numbers of a rule told with what they count: `working_days` 15 → 15个工作日."""

import calendar
from collections.abc import Mapping

#: A rule's month and day are one limit, a day of the year.
DATE = "month_day"
#: Value's name → (what it is, where that is not plain, then its unit; each in both languages).
_TERMS: dict[str, tuple[str, str, str, str]] = {
    "working_days": ("", "", "个工作日", "working days"),
    "extension": ("延长", "extension", "个工作日", "working days"),
    "min_working_days": ("最短", "at least", "个工作日", "working days"),
    "max_working_days": ("最长", "at most", "个工作日", "working days"),
    "days": ("", "", "日", "calendar days"),
    "hours": ("", "", "小时", "hours"),
    "months": ("", "", "个月", "months"),
    "extended": ("延长后", "extended", "个月", "months"),
    "alert_months": ("提前提醒", "alert before", "个月", "months"),
    "rehandle_months": ("重新办理", "handled again in", "个月", "months"),
    "years": ("", "", "年", "years"),
    "trial_years": ("暂行、试行", "on trial", "年", "years"),
}
_COUNTS: dict[str, tuple[str, str, str, str]] = {
    "month": ("", "month", "月", ""),
    "saturday": ("第几个星期六：", "Saturday no.", "", ""),
    "items": ("", "", "项", "items"),
    "levels": ("", "", "级", "levels"),
    "categories": ("", "", "类", "categories"),
    "a_quarter": ("每季度", "a quarter", "次", "times"),
}


def measures(values: Mapping[str, object]) -> tuple[str, ...]:
    """The names of a rule's numbers, month and day as one."""
    names = [name for name, value in values.items() if isinstance(value, int)]
    if {"month", "day"} <= set(names):
        return (DATE, *(name for name in names if name not in ("month", "day")))
    return tuple(names)


def is_term(name: str) -> bool:
    """Whether the number is a time, not a count of things."""
    return name == DATE or name in _TERMS


def measured(name: str, values: Mapping[str, object]) -> tuple[str, str]:
    """The number in Chinese and in English; under its bare name where that is not known."""
    if name == DATE:
        month, day = int(str(values["month"])), int(str(values["day"]))
        return f"{month}月{day}日", f"{day} {calendar.month_name[month]}"
    unnamed = (name, name, "", "")
    what_zh, what_en, unit_zh, unit_en = {**_TERMS, **_COUNTS}.get(name, unnamed)
    number = values[name]
    return f"{what_zh}{number}{unit_zh}", f"{what_en} {number} {unit_en}".strip()
