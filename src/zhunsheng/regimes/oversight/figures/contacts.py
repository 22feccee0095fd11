"""Each contact with deputies and members, and the reports on how submissions were handled."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, by, met_on_time
from zhunsheng.regimes.oversight.figures.counted import rate
from zhunsheng.regimes.oversight.models import Contact, HandlingReport

_RULE = "oversight.yearly_report"


def _reports(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "份", of=HandlingReport, dated_by="sent_on", where=where, rule=_RULE,
        note_zh="按报送日期计。", note_en="By the day it was sent.",
    )  # fmt: skip


FIGURES = (
    Figure(
        "oversight.contacts", "与代表委员联系", "contacts with deputies and members", "次",
        of=Contact, dated_by="met_on", rule="oversight.contact",
        note_zh="按联系日期计，同一件多次联系的逐次计算。",
        note_en="By the day of each contact; several on one submission count each.",
        parts=by(
            "means",
            ("visit", "走访", "visits"),
            ("meeting", "座谈", "meetings"),
            ("telephone", "电话", "by telephone"),
            ("letter", "书面", "by letter"),
        ),
    ),
    _reports("oversight.reports", "建议提案办理工作报告", "reports on handling"),
    _reports(
        "oversight.reports.on_time", "按期报送的办理工作报告", "reports on handling sent on time",
        Q(met_on_time(_RULE)) | Q(met_on_time("oversight.half_yearly_report")),
    ),
    rate(
        "oversight.reports.rate", "办理工作报告按期报送率", "share of reports sent on time",
        numerator="oversight.reports.on_time", denominator="oversight.reports", rule=_RULE,
    ),
)  # fmt: skip
