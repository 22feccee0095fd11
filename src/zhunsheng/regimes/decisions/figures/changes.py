"""Decisions suspended, stopped or adjusted in execution, and which were without procedure."""

from django.db.models import F, Q

from zhunsheng.kernel.declare import Figure, by
from zhunsheng.regimes.decisions.models import ExecutionChange

_LATER = Q(decided_on__isnull=True) | (Q(urgent=False) & Q(decided_on__gt=F("changed_on")))


FIGURES = (
    Figure(
        "decisions.changes", "决策执行变更", "changes in execution", "次", of=ExecutionChange,
        dated_by="changed_on", rule="decisions.change",
        note_zh="按变更生效的日期计。", note_en="By the day the change took effect.",
        parts=by(
            "kind",
            ("suspended", "中止执行", "suspended"),
            ("stopped", "停止执行", "stopped"),
            ("adjusted", "调整", "adjusted"),
        ),
    ),
    Figure(
        "decisions.changes.undecided", "未先经法定程序的决策执行变更",
        "changes without procedure", "次", of=ExecutionChange, dated_by="changed_on",
        where=_LATER, rule="decisions.change",
        note_zh="情况紧急先行中止、事后补办决定的不计在内。",
        note_en="Without urgent suspensions decided on afterwards.",
    ),
)  # fmt: skip
