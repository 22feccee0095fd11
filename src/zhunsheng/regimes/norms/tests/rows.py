"""A document as the tests need it: every field empty but what a test says."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.declare import Context, law
from zhunsheng.kernel.testing import shipped_calendar
from zhunsheng.regimes.norms.models import NormativeDocument

REQUIRED: dict[str, Any] = {
    "normative": True,
    "judgement_reason": "涉及企业权利义务，在一定期限内反复适用",
    "issuing": "own",
    "basis": "《科学技术进步法》",
    "affects_rights": False,
    "market_related": False,
}


def plain(**values: Any) -> SimpleNamespace:
    """A row outside the database."""
    names = [f.name for f in NormativeDocument._meta.concrete_fields]
    texts = {"number", "registration_number", "examination_body", "ended_how", "ended_number"}
    texts |= {"comment_short_reason", "counsel_heard", "examination_short_reason"}
    empty = {name: "" if name in texts else None for name in names}
    division = SimpleNamespace(name="科技发展科")
    given = {"title": "科技创新券管理办法", "division": division} | REQUIRED | values
    return SimpleNamespace(**{**empty, **given})


def context(on: date, *, opinion: bool = False, offered: bool = True) -> Context:
    """What a guard sees on that day."""
    return Context(
        on=on,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda role: opinion and role == "legal_opinion",
        offered=lambda _: offered,
    )
