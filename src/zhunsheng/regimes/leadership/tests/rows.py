"""Rows of leadership as the tests need them: every field empty but what a test says."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.declare import Context, law
from zhunsheng.kernel.testing import Bureau, Taking, shipped_calendar
from zhunsheng.regimes.leadership.models import (
    AccountReport,
    InternalRule,
    Plan,
    PrincipalAct,
    Task,
)

TASK: dict[str, Any] = {
    "leader": "",
    "due_on": date(2024, 6, 28),
    "started_on": None,
    "done_on": None,
    "cancelled_on": None,
    "cancelled_why": "",
}
ACCOUNT: dict[str, Any] = {
    "for_year": 2023,
    "form": "meeting",
    "assigned_on": date(2023, 12, 18),
    "with_annual_report": True,
    "reported_on": None,
    "commented_on": None,
    "comments": "",
    "to_rectify": False,
    "rectification": "",
    "rectified_on": None,
}
REPORTED: dict[str, Any] = {"reported_on": date(2024, 1, 19)}
COMMENTED: dict[str, Any] = {
    **REPORTED,
    "commented_on": date(2024, 1, 30),
    "comments": "清理不够及时",
}
TO_RECTIFY: dict[str, Any] = {**COMMENTED, "to_rectify": True}
RECTIFIED: dict[str, Any] = {
    **TO_RECTIFY,
    "rectification": "已列入要点",
    "rectified_on": date(2024, 4, 12),
}
RULE: dict[str, Any] = {
    "number": "",
    "issued_on": date(2024, 7, 1),
    "trial_until": None,
    "settled_on": None,
    "ended_on": None,
    "replaced_by": "",
}


def bare(given: dict[str, Any], **values: Any) -> Any:
    """A row outside the database."""
    return SimpleNamespace(**{**given, **values})


def context(on: date) -> Context:
    """What a guard sees on that day."""
    return Context(
        on=on,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda _: False,
        offered=lambda _: False,
    )


def plan(bureau: Bureau, title: str = "工作要点", kind: str = "work_points") -> Plan:
    """A confirmed plan."""
    return bureau.confirmed(
        Plan, division="legal", title=title, kind=kind, issued_on=date(2024, 2, 28)
    )


def task(bureau: Bureau, under: Plan, title: str, **values: Any) -> Task:
    """A confirmed task of the plan, due on 28 June 2024."""
    return bureau.confirmed(Task, title=title, plan=under, **{**TASK, **values})


def acted(bureau: Bureau, title: str, kind: str, **values: Any) -> PrincipalAct:
    """A confirmed act of the principal."""
    given: dict[str, Any] = {
        "acted_on": date(2024, 5, 9),
        "principal": "局长",
        "about": "法治建设",
        "minutes": "纪要〔2024〕1号",
    }
    return bureau.confirmed(
        PrincipalAct, division="office", title=title, kind=kind, **{**given, **values}
    )


def account(bureau: Bureau, title: str = "述法", **values: Any) -> AccountReport:
    """A confirmed account of 2023, asked for on 18 December 2023."""
    return bureau.confirmed(AccountReport, division="legal", title=title, **{**ACCOUNT, **values})


def internal(bureau: Bureau, title: str, **values: Any) -> InternalRule:
    """A confirmed internal rule, issued on 1 July 2024."""
    return bureau.confirmed(InternalRule, division="legal", title=title, **{**RULE, **values})


def taking(bureau: Bureau, who: str, on: date, **values: object) -> Taking:
    """A step taken in person."""
    return Taking(by=bureau.persons[who], on=on, values=values)
