"""A hazard is rectified before it is re-checked, re-checked before it is crossed off."""

from datetime import date
from typing import Any

from zhunsheng.kernel.declare import Context, Guard, Outcome, failed, kept, not_applicable


def _done_by(done: date | None, on: date) -> bool:
    return done is not None and done <= on


def _rectified(row: Any, context: Context) -> Outcome:
    if _done_by(row.rectified_on, context.on):
        return kept()
    return failed(
        f"复查（{context.on}）时没有登记整改完成",
        f"no rectification is recorded when it was re-checked ({context.on})",
    )


def _another_person(row: Any, context: Context) -> Outcome:
    if not row.rectifier or not row.rechecker:
        return not_applicable(
            "没有写明整改责任人或者复查人", "who rectified or who re-checked is not said"
        )
    if row.rectifier != row.rechecker:
        return kept()
    return failed(
        f"整改责任人和复查人同为{row.rechecker}，宜由其他人员复查",
        f"{row.rechecker} both rectified and re-checked it; somebody else should",
    )


def _rechecked(row: Any, context: Context) -> Outcome:
    if _done_by(row.rechecked_on, context.on):
        return kept()
    return failed(
        f"销号（{context.on}）时没有登记复查",
        f"no re-check is recorded when it was crossed off ({context.on})",
    )


RECTIFIED_FIRST = Guard(_rectified, "emergency.recheck")
ANOTHER_PERSON = Guard(_another_person, "emergency.recheck_apart")
RECHECKED_FIRST = Guard(_rechecked, "emergency.close")
