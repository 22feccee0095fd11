"""The bureau's internal rules: in force, issued, ended, on trial."""

from django.db.models import Q

from zhunsheng.kernel.declare import END, START, Figure, Identity, Stock
from zhunsheng.regimes.leadership.models import InternalRule

_NOTE = ("不是行政规范性文件。", "They are no normative documents.")


def _stock(at: str, zh: str) -> Figure:
    return Figure(
        f"leadership.internal_rules.{at}", f"{zh}执行的内部制度",
        f"internal rules in force at the {at} of the year", "项", of=InternalRule,
        measure=Stock(since="issued_on", until="ended_on"), at=START if at == "start" else END,
        note_zh=_NOTE[0], note_en=_NOTE[1],
    )  # fmt: skip


def _rules(
    key: str, zh: str, en: str, *, dated_by: str = "issued_on", where: Q | None = None
) -> Figure:
    return Figure(
        f"leadership.internal_rules.{key}", zh, en, "项", of=InternalRule, dated_by=dated_by,
        where=where, note_zh=_NOTE[0], note_en=_NOTE[1],
    )  # fmt: skip


FIGURES = (
    _stock("start", "年初"),
    _rules("issued", "制定内部制度", "internal rules issued"),
    _rules("ended", "停止执行的内部制度", "internal rules ended", dated_by="ended_on"),
    _stock("end", "年末"),
    _rules(
        "on_trial", "制定的试行制度", "internal rules issued on trial",
        where=Q(trial_until__isnull=False),
    ),
    Figure(
        "leadership.internal_rules.trial_over", "试行期满未处理的内部制度",
        "internal rules left on trial too long", "项", of=InternalRule,
        measure=Stock(since="trial_until", until="ended_on"), at=END,
        where=Q(settled_on__isnull=True),
        rule="leadership.trial_rule",
        note_zh="年末试行期已经届满，既未正式施行也未停止执行的。",
        note_en="Their trial over by the year's end, neither made permanent nor ended.",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="leadership.internal_rules",
        zh="年末执行的内部制度等于年初加制定减停止执行",
        en="rules at the end = at the start + issued − ended",
        left=("leadership.internal_rules.end",),
        right=("leadership.internal_rules.start", "leadership.internal_rules.issued"),
        right_minus=("leadership.internal_rules.ended",),
    ),
)
