"""“Before a day” as two dates: the legal limit and the safe one."""

from dataclasses import dataclass
from datetime import date, timedelta

from zhunsheng.statute.calendar import Calendar

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Before:
    """The last day the law leaves (limit), and the last working day up to it (safe).

    Days off do not move the limit; provisional where a year without notice was looked at.
    """

    limit: date
    safe: date
    provisional: bool

    def zh(self) -> str:
        """Both dates as Chinese text."""
        text = f"法定期限{self.limit}，稳妥期限{self.safe}（期限前最后一个工作日）"
        return f"{text}；该年放假安排通知尚未装载，暂定" if self.provisional else text

    def en(self) -> str:
        """Both dates as English text."""
        text = f"legal limit {self.limit}, safe {self.safe} (the last working day up to it)"
        return f"{text}; provisional, no holiday notice is loaded" if self.provisional else text


def before(day: date, calendar: Calendar) -> Before:
    """The two dates of a demand to act before `day` (3月1日之前): the day itself is too late."""
    return by(day - _DAY, calendar)


def by(day: date, calendar: Calendar) -> Before:
    """The two dates of a demand to act by `day`, the day itself included."""
    safe = calendar.last_working_day_before(day + _DAY)
    years = range(safe.year, day.year + 1)
    return Before(day, safe, not all(calendar.loaded(year) for year in years))
