"""The yearly list and its amendments, and the major decisions that stand on it or do not."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, by
from zhunsheng.regimes.decisions.figures.matters import MAJOR, matters
from zhunsheng.regimes.decisions.models import DecisionList, ListedMatter

_RULE = "decisions.yearly_list"

FIGURES = (
    Figure(
        "decisions.lists", "决策事项目录", "yearly lists set", "份", of=DecisionList,
        dated_by="set_on", rule="decisions.list",
        note_zh="按目录确定日期计。", note_en="By the day the list was set.",
    ),
    Figure(
        "decisions.listed", "列入目录的决策事项", "matters listed", "项", of=ListedMatter,
        dated_by="listed_on", rule=_RULE,
        note_zh="按列入日期计，含年内调出的。",
        note_en="By the day of listing, with those removed later.",
        parts=by(
            "entered", ("first", "首次列入", "at first"), ("added", "调整增加", "by amendment"),
        ),
    ),
    Figure(
        "decisions.delisted", "调出目录的决策事项", "matters removed from the list", "项",
        of=ListedMatter, dated_by="removed_on", rule=_RULE,
        note_zh="按调出日期计。", note_en="By the day of removal.",
    ),
    matters(
        "decisions.major.on_list", "目录内的重大行政决策", "major decisions on the list",
        where=MAJOR & Q(listed__isnull=False), rule=_RULE,
    ),
    matters(
        "decisions.major.off_list", "目录外的重大行政决策", "major decisions off the list",
        where=MAJOR & Q(listed__isnull=True), rule=_RULE,
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="decisions.major.list",
        zh="重大行政决策等于目录内与目录外之和",
        en="major decisions = on the list + off the list",
        left=("decisions.major",),
        right=("decisions.major.on_list", "decisions.major.off_list"),
    ),
)
