"""What fell short this year becomes next year's work: problem, measure, task, the plan's task."""

from datetime import date

import pytest

from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.link.join import has_role, link
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.leadership.models import Plan, Task
from zhunsheng.regimes.planning.models import Measure, NextTask, Problem

pytestmark = pytest.mark.django_db
_AS_OF = date(2024, 12, 31)


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    made.close_all(2024)
    return made


def measure(bureau: Bureau) -> Measure:
    problem = bureau.confirmed(
        Problem, division="legal", number="问题1", title="备案不及时", statement="备案不够及时",
        cause="没有设置办理节点", evidence="overdue", ground="台账显示逾期", as_of=_AS_OF,
    )  # fmt: skip
    return bureau.confirmed(
        Measure, division="legal", number="措施1", title="建立备案提醒", problem=problem,
        as_of=_AS_OF, due_on=date(2025, 3, 31),
    )  # fmt: skip


def task(bureau: Bureau, source: Measure | None) -> NextTask:
    return bureau.confirmed(
        NextTask, division="legal", number="任务1", title="健全备案机制", measure=source,
        statement="增设备案节点", as_of=_AS_OF, due_on=date(2025, 3, 31),
    )  # fmt: skip


def planned(bureau: Bureau) -> Task:
    """The task in the plan of work of 2025."""
    plan = bureau.confirmed(
        Plan, division="legal", title="2025年法治政府建设工作要点", kind="work_points",
        issued_on=date(2025, 2, 20),
    )  # fmt: skip
    return bureau.confirmed(
        Task, division="legal", plan=plan, title="健全备案机制", due_on=date(2025, 3, 31),
        leader="分管领导",
    )  # fmt: skip


def test_a_measure_becomes_a_task_and_the_task_stands_in_next_year_s_plan(bureau: Bureau) -> None:
    keys = ["planning.measures.tasked", "planning.tasks.from_measures"]
    answer = measure(bureau)
    assert [f.value for f in facts(Scope(bureau.agency.pk, 2024), keys).values()] == [0, 0]
    next_task, target = task(bureau, answer), planned(bureau)
    assert [f.value for f in facts(Scope(bureau.agency.pk, 2024), keys).values()] == [1, 1]
    link(next_task, "next_year_task", target, by=bureau.persons["legal_officer"])
    assert has_role(target, "next_year_task")


def test_only_a_task_that_is_confirmed_is_taken_over(bureau: Bureau) -> None:
    waiting = bureau.put(
        NextTask, division="legal", number="任务2", title="待确认任务", statement="待确认",
        as_of=_AS_OF, due_on=date(2025, 6, 30),
    )  # fmt: skip
    with pytest.raises(NotPossibleError):
        link(waiting, "next_year_task", planned(bureau), by=bureau.persons["legal_officer"])
