"""Rows as the tests need them, each with what a test says of it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.declare import Context, law
from zhunsheng.kernel.testing import Bureau, shipped_calendar
from zhunsheng.regimes.emergency.models import Drill, Hazard, Inspection, Plan

FOUND, TERM = date(2024, 3, 5), date(2024, 3, 20)
_HAZARD: dict[str, Any] = {
    "number": "隐患2024-1",
    "grade": "general",
    "place": "二楼配电间",
    "found_on": FOUND,
    "rectify_by": TERM,
    "rectified_on": None,
    "rectifier": "",
    "rechecked_on": None,
    "rechecker": "",
    "closed_on": None,
}


def plain(**values: Any) -> Any:
    """A hazard outside the database."""
    return SimpleNamespace(**{**_HAZARD, **values})


def context(on: date) -> Context:
    """What a guard sees on that day."""
    return Context(
        on=on,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda _: False,
        offered=lambda _: False,
    )


def plan(bureau: Bureau, **values: Any) -> Plan:
    given: dict[str, Any] = {"kind": "departmental", "issued_on": date(2024, 4, 8)}
    return bureau.confirmed(Plan, division="office", **{**given, **values})


def drill(bureau: Bureau, **values: Any) -> Drill:
    given: dict[str, Any] = {
        "kind": "fire",
        "held_on": date(2024, 5, 10),
        "place": "机关大楼",
        "people": 60,
    }
    return bureau.confirmed(Drill, division="office", **{**given, **values})


def inspection(bureau: Bureau, number: str = "检查2024-1", **values: Any) -> Inspection:
    given: dict[str, Any] = {
        "held_on": FOUND,
        "place": "机关大楼",
        "led_by": "分管领导",
        "by_leader": True,
    }
    return bureau.confirmed(Inspection, division="office", number=number, **{**given, **values})


def hazard(bureau: Bureau, under: Inspection, number: str, **values: Any) -> Hazard:
    given = {**_HAZARD, "number": number, **values}
    return bureau.confirmed(Hazard, division="office", inspection=under, **given)
