"""Problems and whether a measure answers them; measures and what became of them; tasks."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, by, exists, met_on_time
from zhunsheng.regimes.planning.models import Measure, NextTask, Problem

_CONTENTS, _ANSWERED = "report.contents", "planning.answered"
_AS_OF = ("按统计截止日期计入年度。", "In the year by the day up to which it was looked at.")
_MEASURED = exists(Measure, "problem")


def _problems(key: str, zh: str, en: str, where: Q, rule: str = _CONTENTS) -> Figure:
    return Figure(
        key, zh, en, "个", of=Problem, dated_by="as_of", where=where, rule=rule,
        note_zh=_AS_OF[0], note_en=_AS_OF[1],
    )  # fmt: skip


def _measures(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "项", of=Measure, dated_by="as_of", where=where, rule=_ANSWERED,
        note_zh=_AS_OF[0], note_en=_AS_OF[1],
    )  # fmt: skip


def _tasks(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "项", of=NextTask, dated_by="as_of", where=where, rule=_CONTENTS,
        note_zh=_AS_OF[0], note_en=_AS_OF[1],
    )  # fmt: skip


FIGURES = (
    Figure(
        "planning.problems", "存在的不足", "problems", "个", of=Problem, dated_by="as_of",
        parts=by(
            "evidence",
            ("irregularity", "程序瑕疵", "irregularity"),
            ("overdue", "逾期事项", "overdue duty"),
            ("figure", "指标反映", "figure"),
            ("remark", "监督意见", "remark of oversight"),
            ("review", "自查发现", "own review"),
        ),
        rule=_CONTENTS, note_zh=_AS_OF[0], note_en=_AS_OF[1],
    ),
    _problems(
        "planning.problems.answered", "已有整改措施的不足", "problems a measure answers",
        Q(_MEASURED), _ANSWERED,
    ),
    _problems(
        "planning.problems.unanswered", "没有整改措施的不足", "problems no measure answers",
        ~Q(_MEASURED), _ANSWERED,
    ),
    _problems(
        "planning.problems.solved", "已销号的不足", "problems solved",
        Q(solved_on__isnull=False), "planning.solved",
    ),
    _measures("planning.measures", "整改措施", "measures"),
    _measures(
        "planning.measures.answering", "对应不足的整改措施", "measures that answer a problem",
        Q(problem__isnull=False),
    ),
    _measures(
        "planning.measures.idle", "没有对应不足的整改措施", "measures that answer no problem",
        Q(problem__isnull=True),
    ),
    _measures(
        "planning.measures.tasked", "转为下年任务的整改措施", "measures taken up as tasks",
        Q(exists(NextTask, "measure")),
    ),
    _measures(
        "planning.measures.done", "已完成的整改措施", "measures done", Q(done_on__isnull=False)
    ),
    _measures(
        "planning.measures.on_time", "按期完成的整改措施", "measures done on time",
        Q(met_on_time("planning.measure")),
    ),
    _tasks("planning.tasks", "下年任务", "next year's tasks"),
    _tasks(
        "planning.tasks.from_measures", "由整改措施转来的下年任务",
        "tasks that take up a measure", Q(measure__isnull=False),
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="planning.answered",
        zh="每个不足都有整改措施；没有的列在“没有整改措施的不足”",
        en="a measure answers every problem; those without are listed as unanswered",
        left=("planning.problems",),
        right=("planning.problems.answered",),
    ),
    Identity(
        key="planning.answering",
        zh="每项整改措施都对应一个不足；没有的列在“没有对应不足的整改措施”",
        en="every measure answers a problem; those that answer none are listed as idle",
        left=("planning.measures",),
        right=("planning.measures.answering",),
    ),
)
