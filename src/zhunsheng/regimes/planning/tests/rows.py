"""Rows as the tests need them, each with what a test says of it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.planning.models import Measure, NextTask, Problem

AS_OF = date(2024, 12, 31)
PROBLEM: dict[str, Any] = {
    "title": "备案不及时",
    "number": "1",
    "statement": "报送备案不够及时",
    "cause": "没有设置到期提醒",
    "evidence": "overdue",
    "ground": "台账逾期事项",
    "as_of": AS_OF,
    "adopted_on": None,
    "solved_on": None,
}
MEASURE: dict[str, Any] = {
    "title": "设置备案提醒",
    "number": "1",
    "as_of": AS_OF,
    "due_on": date(2025, 3, 31),
    "done_on": None,
}


def plain(**values: Any) -> Any:
    """A row outside the database with every field a check looks at."""
    return SimpleNamespace(**{**MEASURE, **PROBLEM, **values})


def problem(bureau: Bureau, number: str = "1", **values: Any) -> Problem:
    given = {**PROBLEM, "number": number, "title": f"不足{number}", **values}
    return bureau.confirmed(Problem, division="legal", **given)


def measure(bureau: Bureau, number: str, answers: Problem | None, **values: Any) -> Measure:
    given = {**MEASURE, "number": number, "problem": answers, **values}
    return bureau.confirmed(Measure, division="legal", **given)


def task(bureau: Bureau, number: str, taken_up: Measure | None, **values: Any) -> NextTask:
    given = {
        "title": f"任务{number}",
        "number": number,
        "statement": "增设备案节点",
        "measure": taken_up,
        "as_of": AS_OF,
        "due_on": date(2025, 3, 31),
        **values,
    }
    return bureau.confirmed(NextTask, division="legal", **given)
