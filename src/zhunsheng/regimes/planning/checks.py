"""What cannot be true within one row."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck


def _in_order(row: Any, earlier: str, later: str) -> bool:
    first, second = getattr(row, earlier), getattr(row, later)
    return first is None or second is None or bool(first <= second)


PROBLEM_CHECKS = (
    RowCheck(
        "cause",
        lambda row: (
            not row.cause or not row.statement or row.cause.strip() != row.statement.strip()
        ),
        "原因与问题表现相同；请写明问题为什么发生",
        "the cause repeats the problem; say why it came about",
    ),
    RowCheck(
        "solved_on",
        lambda row: _in_order(row, "adopted_on", "solved_on"),
        "销号日期早于研究确定日期；请核对两个日期",
        "solved before it was adopted; check both dates",
    ),
)
MEASURE_CHECKS = (
    RowCheck(
        "due_on",
        lambda row: _in_order(row, "as_of", "due_on"),
        "完成时限早于统计截止日期；请核对两个日期",
        "due before the day it was settled; check both dates",
    ),
)
TASK_CHECKS = (
    RowCheck(
        "due_on",
        lambda row: row.as_of is None or row.due_on is None or row.due_on.year > row.as_of.year,
        "下年任务的完成时限应在下一年度或者以后；请核对",
        "a task of next year is due next year or later; check the day",
    ),
)
