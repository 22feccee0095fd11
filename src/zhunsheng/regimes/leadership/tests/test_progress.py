"""How far a task has come is kept entry by entry."""

from datetime import date

import pytest

from zhunsheng.kernel.testing import Scope, facts, make_bureau
from zhunsheng.regimes.leadership.models import Plan, Task, TaskProgress

KEYS = ("leadership.tasks", "leadership.tasks.followed", "leadership.progress")


@pytest.mark.django_db
def test_the_entries_of_a_task_stay_beside_each_other() -> None:
    bureau = make_bureau()
    plan = bureau.confirmed(
        Plan, title="工作要点", kind="work_points", number="1号", issued_on=date(2024, 2, 28)
    )
    first, _ = (
        bureau.confirmed(Task, plan=plan, title=title, due_on=date(2024, 11, 29))
        for title in ("文件清理", "修订清单")
    )
    for day, said in ((date(2024, 8, 20), "印发通知"), (date(2024, 11, 18), "审议结论")):
        bureau.confirmed(TaskProgress, task=first, title=said, noted_on=day, progress=said)
    assert [one.progress for one in first.progress.order_by("noted_on")] == ["印发通知", "审议结论"]
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    assert [found[key].value for key in KEYS] == [2, 1, 2]
