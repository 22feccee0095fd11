"""The year's plans, and how far their tasks came: done, under way, not started, cancelled."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, Rate, by, exists, met_on_time
from zhunsheng.regimes.leadership.models import Plan, Task, TaskProgress

_DONE = Q(done_on__isnull=False)
_CANCELLED = Q(cancelled_on__isnull=False)
_STARTED = Q(started_on__isnull=False)
_OPEN = Q(done_on__isnull=True, cancelled_on__isnull=True)


def _tasks(key: str, zh: str, en: str, *, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "项", of=Task, dated_by="due_on", where=where, rule="leadership.plan_task",
        note_zh="按完成时限计，含各科室牵头的任务。",
        note_en="By the day they were due, whichever division leads.",
    )  # fmt: skip


FIGURES = (
    Figure(
        "leadership.plans", "年度计划", "annual plans", "份", of=Plan, dated_by="issued_on",
        parts=by(
            "kind",
            ("work_points", "工作要点", "work points"),
            ("study_plan", "学法计划", "study plan"),
            ("outreach_list", "普法责任清单", "list of outreach duties"),
        ),
    ),
    _tasks("leadership.tasks", "年度任务", "tasks of the year"),
    _tasks("leadership.tasks.done", "已完成任务", "tasks done", where=_DONE),
    _tasks("leadership.tasks.under_way", "正在推进任务", "tasks under way", where=_OPEN & _STARTED),
    _tasks(
        "leadership.tasks.not_started", "未启动任务", "tasks not started", where=_OPEN & ~_STARTED
    ),
    _tasks("leadership.tasks.cancelled", "取消任务", "tasks cancelled", where=_CANCELLED),
    _tasks(
        "leadership.tasks.on_time", "按期完成任务", "tasks done on time",
        where=Q(met_on_time("leadership.task")),
    ),
    Figure(
        "leadership.progress", "任务进展登记", "entries of progress", "次", of=TaskProgress,
        dated_by="noted_on", rule="leadership.plan_task",
        note_zh="按进展日期计。", note_en="By the day of the entry.",
    ),
    _tasks(
        "leadership.tasks.followed", "有进展登记的任务", "tasks with an entry of progress",
        where=Q(exists(TaskProgress, "task")),
    ),
    Figure(
        "leadership.tasks.rate", "年度任务按期完成率", "share of tasks done on time", "%",
        measure=Rate("leadership.tasks.on_time", "leadership.tasks"),
        rule="leadership.plan_task",
        note_zh="分母含取消的任务。", note_en="Over all tasks, cancelled ones included.",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="leadership.tasks",
        zh="年度任务等于已完成、正在推进、未启动与取消之和",
        en="tasks = done + under way + not started + cancelled",
        left=("leadership.tasks",),
        right=(
            "leadership.tasks.done",
            "leadership.tasks.under_way",
            "leadership.tasks.not_started",
            "leadership.tasks.cancelled",
        ),
    ),
)
