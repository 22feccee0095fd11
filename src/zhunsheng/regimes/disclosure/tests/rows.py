"""Publications and requests as the tests need them: every field empty but what a test says."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.declare import Context, law
from zhunsheng.kernel.testing import Bureau, shipped_calendar
from zhunsheng.regimes.disclosure.models import Contest, Posting, Publication, Request

#: (reviewer, day) of a chain that keeps the rule.
CHAIN = (("周审", date(2024, 3, 4)), ("吴校", date(2024, 3, 5)), ("郑签", date(2024, 3, 5)))
_ITEM = (
    "reviewed_on",
    "secrecy_on",
    "published_on",
    "withdrawn_on",
    "leak_found_on",
    "leak_reported_on",
)
_REQUEST = (
    "correction_noticed_on",
    "corrected_on",
    "third_party_asked_on",
    "third_party_answered_on",
    "organ_asked_on",
    "organ_answered_on",
    "extended_on",
    "replied_on",
)


class Lines:
    """The lines of a row outside the database."""

    def __init__(self, *rows: Any) -> None:
        self._rows = rows

    def all(self) -> list[Any]:
        return [SimpleNamespace(**{"standing": "confirmed", **vars(row)}) for row in self._rows]


def item(**values: Any) -> Any:
    """A publication outside the database, formed on 1 March 2024."""
    given = {
        "formed_on": date(2024, 3, 1),
        "category": "planning",
        "catalogue": "",
        "leak_found_at": "",
        "leak_reported_at": "",
        "reviews": Lines(),
        "secrecy_reviews": Lines(),
    }
    return SimpleNamespace(**{**dict.fromkeys(_ITEM), **given, **values})


def request(**values: Any) -> Any:
    """A request outside the database, received on 10 September 2024."""
    given = {
        "received_on": date(2024, 9, 10),
        "needs_correction": False,
        "reply": "",
        "ground": "",
    }
    return SimpleNamespace(**{**dict.fromkeys(_REQUEST), **given, **values})


def reviews(*rows: tuple[str, date]) -> Lines:
    """A review chain: one line for each (reviewer, day), the first being level 1."""
    return Lines(
        *(
            SimpleNamespace(level=level, reviewer=reviewer, reviewed_on=on)
            for level, (reviewer, on) in enumerate(rows, 1)
        )
    )


def secrecy(*rows: tuple[date, bool]) -> Lines:
    """Secrecy reviews: one for each (day, whether it may be published)."""
    return Lines(*(SimpleNamespace(reviewed_on=on, may_publish=may) for on, may in rows))


def context(on: date) -> Context:
    """What a guard sees on that day."""
    return Context(
        on=on,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda _: False,
        offered=lambda _: False,
    )


def publication(bureau: Bureau, number: str, **values: Any) -> Publication:
    """A confirmed publication, formed on 1 March 2024."""
    given = {"category": "planning", "formed_on": date(2024, 3, 1), "title": f"信息{number}"}
    return bureau.confirmed(Publication, index_number=number, **{**given, **values})


def posted(bureau: Bureau, row: Publication, channel: str, on: date) -> Posting:
    """A confirmed posting of it."""
    return bureau.confirmed(
        Posting, publication=row, title=row.title, channel=channel, posted_on=on
    )


def asked(bureau: Bureau, number: str, **values: Any) -> Request:
    """A confirmed request, received on 10 September 2024."""
    given = {
        "title": f"申请公开材料{number}",
        "applicant": "person",
        "means": "online",
        "received_on": date(2024, 9, 10),
    }
    return bureau.confirmed(Request, division="office", number=number, **{**given, **values})


def contested(bureau: Bureau, row: Request, **values: Any) -> Contest:
    """A confirmed review of the reply, begun on 4 November 2024."""
    given = {"title": row.title, "kind": "review", "begun_on": date(2024, 11, 4)}
    return bureau.confirmed(Contest, division="office", request=row, **{**given, **values})
