"""What cannot be true within one row."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.regimes.study.models import TOPICS, TaskKind


def _attendance(row: Any) -> bool:
    if row.expected is None or row.attended is None:
        return row.expected is None and row.attended is None
    return bool(row.attended <= row.expected)


SESSION_CHECKS = (
    RowCheck(
        "on_thought",
        lambda row: any(getattr(row, name) for name in TOPICS),
        "没有注明学习的专题；请在习近平法治思想、宪法、党内法规、国家法律法规中至少选填一项",
        "no topic is chosen; say at least one of thought, Constitution, Party rules, laws",
    ),
    RowCheck(
        "attended",
        _attendance,
        "应到、实到人数须同时填写，实到不得多于应到；请核对",
        "expected and attended are filled together, and no more can attend; check both",
    ),
)

TASK_CHECKS = (
    RowCheck(
        "quarter",
        lambda row: row.kind != TaskKind.CENTRE_GROUP or bool(row.quarter),
        "中心组季度学习须注明季度；请选填季度",
        "the centre group's study belongs to a quarter; choose it",
    ),
)
