"""Officers, inspections and cases as the tests need them."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.declare import Context, law
from zhunsheng.kernel.testing import Bureau, Taking, shipped_calendar
from zhunsheng.regimes.enforcement.models import Inspection, Officer, PenaltyCase

#: The day every case of the tests is filed: its ninety days end on 2 June 2024.
FILED = date(2024, 3, 4)
PENALISED = {"decided_on": date(2024, 5, 20), "outcome": "penalised", "penalty": "warning"}


def officer(pk: int, name: str, expires_on: date = date(2027, 1, 1)) -> Any:
    """An officer outside the database, certified since 2022."""
    return SimpleNamespace(
        pk=pk, title=name, number=f"东澜执{pk:03}", issued_on=date(2022, 1, 4),
        expires_on=expires_on,
    )  # fmt: skip


def case(**values: Any) -> Any:
    """A case outside the database that kept every rule."""
    given = {
        "first_officer": officer(1, "甲"),
        "second_officer": officer(2, "乙"),
        "major": False,
        "hearing_due": False,
        "filed_on": FILED,
        "investigated_on": date(2024, 4, 8),
        "told_on": date(2024, 4, 22),
        "hearing_told_on": None,
        "heard_on": None,
        "reviewed_on": None,
        "reviewer": "",
        "review": "",
        "recording": "both",
        "outcome": "penalised",
    }
    return SimpleNamespace(**{**given, **values})


def context(on: date) -> Context:
    """What a guard sees on that day."""
    return Context(
        on=on, law=law(), calendar=shipped_calendar(), has=lambda _: False,
        offered=lambda _: False,
    )  # fmt: skip


def certified(bureau: Bureau, number: str, name: str, **values: Any) -> Officer:
    """A confirmed certificate, in force since 2022."""
    given = {"issued_on": date(2022, 1, 4), "expires_on": date(2027, 1, 4)}
    return bureau.confirmed(Officer, division="legal", number=number, title=name, **given | values)


def filed(bureau: Bureau, number: str, **values: Any) -> PenaltyCase:
    """A confirmed case, filed on 4 March 2024."""
    given: dict[str, Any] = {
        "title": f"某公司{number}案",
        "number": number,
        "cause": "未按规定报送科技成果转化情况",
        "party": "某公司",
        "filed_on": FILED,
    }
    return bureau.confirmed(PenaltyCase, **{**given, **values})


def inspected(bureau: Bureau, number: str, **values: Any) -> Inspection:
    """A confirmed inspection, not yet made."""
    given = {"title": f"检查{number}", "number": number, "kind": "routine", "subject": "某公司"}
    return bureau.confirmed(Inspection, **{**given, **values})


def taking(bureau: Bureau, who: str, on: date, **values: object) -> Taking:
    """A step taken in person."""
    return Taking(by=bureau.persons[who], on=on, values=values)
