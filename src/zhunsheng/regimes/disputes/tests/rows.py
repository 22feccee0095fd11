"""Cases of reconsideration and court cases as the tests need them."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.declare import Context, law
from zhunsheng.kernel.testing import Bureau, Taking, shipped_calendar
from zhunsheng.regimes.disputes.models import Litigation, Reconsideration

#: The day every case of the tests reaches the bureau: a Monday.
RECEIVED = date(2024, 3, 4)


def row(**values: Any) -> Any:
    """A case outside the database, every field a guard reads empty."""
    empty = {"appearance": "", "absence_reason": "", "opinion_on": None}
    return SimpleNamespace(**{**empty, **values})


def context(on: date) -> Context:
    """What a guard sees on that day."""
    return Context(
        on=on,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda _: False,
        offered=lambda _: False,
    )


def contested(bureau: Bureau, number: str, **values: Any) -> Reconsideration:
    """A confirmed case of reconsideration."""
    given: dict[str, Any] = {
        "title": f"第{number}号复议案",
        "number": number,
        "applicant": "某公司",
        "conduct": "disclosure",
        "organ": "澜川市人民政府",
        "received_on": RECEIVED,
    }
    return bureau.confirmed(Reconsideration, division="legal", **{**given, **values})


def sued(bureau: Bureau, number: str, **values: Any) -> Litigation:
    """A confirmed court case of first instance."""
    given: dict[str, Any] = {
        "title": f"第{number}号诉讼案",
        "number": number,
        "plaintiff": "某公司",
        "conduct": "payment",
        "court": "澜川市城东区人民法院",
        "instance": "first",
        "received_on": RECEIVED,
    }
    return bureau.confirmed(Litigation, division="legal", **{**given, **values})


def taking(bureau: Bureau, who: str, on: date, **values: object) -> Taking:
    """A step taken in person."""
    return Taking(by=bureau.persons[who], on=on, values=values)
