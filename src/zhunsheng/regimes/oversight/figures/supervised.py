"""Acts of supervision by the congress, and remarks of the resident team; zero is printable."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, by, met_on_time
from zhunsheng.regimes.oversight.figures.counted import rate
from zhunsheng.regimes.oversight.models import SupervisionAct, TeamRemark

_REMARK = "oversight.team_remark"
_MADE = ("按提出日期计。", "By the day the remark was made.")
_SAID = ~Q(opinions="")


def _acts(key: str, zh: str, en: str, where: Q) -> Figure:
    return Figure(key, zh, en, "次", of=SupervisionAct, dated_by="held_on", where=where)


def _remarks(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "条", of=TeamRemark, dated_by="made_on", where=where, rule=_REMARK,
        note_zh=_MADE[0], note_en=_MADE[1],
    )  # fmt: skip


FIGURES = (
    Figure(
        "oversight.supervision", "接受人大监督", "acts of supervision by the congress", "次",
        of=SupervisionAct, dated_by="held_on",
        parts=by(
            "kind",
            ("work_report", "听取专项工作报告", "special work reports"),
            ("inquiry", "询问", "inquiries"),
            ("interpellation", "质询", "interpellations"),
            ("inspection", "视察调研", "inspections"),
            ("law_check", "执法检查", "law-enforcement checks"),
        ),
    ),
    _acts(
        "oversight.supervision.with_opinions", "提出意见的人大监督",
        "acts of supervision that gave opinions", _SAID,
    ),
    _acts(
        "oversight.supervision.followed_up", "已报告落实情况的人大监督",
        "acts of supervision whose opinions were followed up",
        _SAID & Q(followed_up_on__isnull=False),
    ),
    rate(
        "oversight.supervision.rate", "人大监督意见落实率",
        "share of supervision with opinions followed up",
        numerator="oversight.supervision.followed_up",
        denominator="oversight.supervision.with_opinions",
    ),
    _remarks("oversight.remarks", "派驻组提出意见", "remarks of the resident team"),
    _remarks(
        "oversight.remarks.answered", "派驻组意见已答复", "remarks answered",
        Q(answered_on__isnull=False),
    ),
    _remarks(
        "oversight.remarks.on_time", "派驻组意见按期答复", "remarks answered on time",
        Q(met_on_time("oversight.team_remark")),
    ),
    rate(
        "oversight.remarks.rate", "派驻组意见按期答复率", "share of remarks answered on time",
        numerator="oversight.remarks.on_time", denominator="oversight.remarks", rule=_REMARK,
    ),
    _remarks(
        "oversight.remarks.closed", "派驻组意见销号", "remarks closed", Q(closed_on__isnull=False)
    ),
    rate(
        "oversight.remarks.closed.rate", "派驻组意见销号率", "share of remarks closed",
        numerator="oversight.remarks.closed", denominator="oversight.remarks", rule=_REMARK,
    ),
)  # fmt: skip
