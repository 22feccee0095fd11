"""What had to be studied in the year, and what of it was, in time."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, Rate, met_on_time
from zhunsheng.regimes.study.figures.counted import sessions
from zhunsheng.regimes.study.models import StudyTask

_CENTRE_GROUP = Q(kind="centre_group")
_LIST = Q(kind="should_know")
_DONE = Q(done_on__isnull=False)


def _tasks(key: str, zh: str, en: str, *, where: Q, rule: str, unit: str = "项") -> Figure:
    return Figure(
        key, zh, en, unit, of=StudyTask, dated_by="listed_on", where=where, rule=rule,
        note_zh="按列入日期计。", note_en="By the day it was listed.",
    )  # fmt: skip


_BY_QUARTER = tuple(
    sessions(
        f"study.centre_group.q{n}", f"{zh}党组理论学习中心组学法", f"{en} quarter: centre group",
        where=Q(forum="centre_group", held_on__quarter=n), rule="study.centre_group",
        note=("未开展的季度为零。", "Zero where the quarter had none."),
    )
    for n, zh, en in (
        (1, "第一季度", "first"), (2, "第二季度", "second"), (3, "第三季度", "third"),
        (4, "第四季度", "fourth"),
    )
)  # fmt: skip

FIGURES = (
    *_BY_QUARTER,
    _tasks(
        "study.quarters", "中心组学习应完成季度", "quarters the centre group had to study in",
        where=_CENTRE_GROUP, rule="study.centre_group", unit="个",
    ),
    _tasks(
        "study.quarters.on_time", "中心组按季完成学习的季度", "quarters studied in",
        where=_CENTRE_GROUP & Q(met_on_time("study.centre_group")), rule="study.centre_group",
        unit="个",
    ),
    Figure(
        "study.quarters.rate", "中心组按季学习完成率", "share of quarters studied in", "%",
        measure=Rate("study.quarters.on_time", "study.quarters"), rule="study.centre_group",
    ),
    _tasks(
        "study.list", "应知应会清单内容", "texts on the should-know list",
        where=_LIST, rule="study.should_know_list",
    ),
    _tasks(
        "study.list.studied", "已学习的清单内容", "texts on the list that were studied",
        where=_LIST & _DONE, rule="study.should_know_list",
    ),
    _tasks(
        "study.list.open", "未学习的清单内容", "texts on the list not studied",
        where=_LIST & ~_DONE, rule="study.should_know_list",
    ),
    _tasks(
        "study.list.on_time", "年内学习的清单内容", "texts studied within the year",
        where=_LIST & Q(met_on_time("study.should_know")), rule="study.should_know_list",
    ),
    Figure(
        "study.list.rate", "应知应会清单年内学习率", "share of the list studied in the year", "%",
        measure=Rate("study.list.on_time", "study.list"), rule="study.should_know_list",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="study.centre_group",
        zh="党组理论学习中心组学法等于四个季度之和",
        en="the centre group's sessions = those of the four quarters",
        left=("study.activities.centre_group",),
        right=tuple(figure.key for figure in _BY_QUARTER),
    ),
    Identity(
        key="study.list",
        zh="清单内容等于已学习与未学习之和",
        en="the list = studied + not studied",
        left=("study.list",),
        right=("study.list.studied", "study.list.open"),
    ),
)
