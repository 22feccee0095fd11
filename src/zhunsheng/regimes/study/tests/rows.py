"""Sessions and tasks as the tests need them."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.study.models import Session, StudyTask

DAY = date(2024, 7, 25)
SESSION: dict[str, Any] = {
    "forum": "all_staff",
    "held_on": DAY,
    "content": "习近平法治思想专题辅导",
    "led_by": "局长",
    "on_thought": True,
    "on_constitution": False,
    "on_party_rules": False,
    "on_laws": False,
    "on_list": False,
    "expected": None,
    "attended": None,
    "hours": None,
}
TASK: dict[str, Any] = {
    "kind": "should_know",
    "listed_on": date(2024, 1, 15),
    "quarter": "",
    "done_on": None,
}


def row(**values: Any) -> Any:
    """A session outside the database: all staff, on Xi Jinping Thought on the Rule of Law."""
    return SimpleNamespace(**{**SESSION, **values})


def listed(**values: Any) -> Any:
    """A task outside the database: a text put on the list on 15 January 2024."""
    return SimpleNamespace(**{**TASK, **values})


def session(bureau: Bureau, title: str, **values: Any) -> Session:
    """A confirmed session."""
    return bureau.confirmed(Session, division="office", title=title, **{**SESSION, **values})


def task(bureau: Bureau, title: str, **values: Any) -> StudyTask:
    """A confirmed task."""
    return bureau.confirmed(StudyTask, division="legal", title=title, **{**TASK, **values})
