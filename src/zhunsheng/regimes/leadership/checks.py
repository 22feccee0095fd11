"""What cannot be true within one row; what merely breaks a rule is left to the guards."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck


def _in_order(earlier: Any, later: Any) -> bool:
    """True unless both are given and the second lies before the first."""
    return earlier is None or later is None or bool(earlier <= later)


def _follows(earlier: Any, later: Any) -> bool:
    """True unless the later stands without the earlier or before it."""
    return later is None or (earlier is not None and bool(earlier <= later))


TASK_CHECKS = (
    RowCheck(
        "cancelled_on",
        lambda row: row.done_on is None or row.cancelled_on is None,
        "完成日期和取消日期只能填写一个；请核对",
        "a task is done or cancelled, not both; check the two dates",
    ),
    RowCheck(
        "cancelled_why",
        lambda row: bool(row.cancelled_why) == (row.cancelled_on is not None),
        "取消日期和取消理由须同时填写，或同时留空",
        "the day and the reason of cancelling are filled together or not at all",
    ),
    RowCheck(
        "done_on",
        lambda row: _in_order(row.started_on, row.done_on),
        "完成日期早于启动日期；请核对两个日期",
        "done before it was started; check both dates",
    ),
)

ACCOUNT_CHECKS = (
    RowCheck(
        "for_year",
        lambda row: row.reported_on is None or row.for_year <= row.reported_on.year,
        "述法日期早于述法年度；请核对年度和日期",
        "the account was given before its year began; check year and day",
    ),
    RowCheck(
        "commented_on",
        lambda row: _follows(row.reported_on, row.commented_on),
        "点评须在述法之后；请补填述法日期，或核对两个日期",
        "comments follow the account; fill in its day or check both",
    ),
    RowCheck(
        "comments",
        lambda row: bool(row.comments) == (row.commented_on is not None),
        "点评日期和点评意见须同时填写，或同时留空",
        "the day of the comments and the comments are filled together or not at all",
    ),
    RowCheck(
        "to_rectify",
        lambda row: not row.to_rectify or row.commented_on is not None,
        "没有点评意见就没有需要整改的内容；请补填点评日期和点评意见",
        "without comments there is nothing to put right; fill them in",
    ),
    RowCheck(
        "rectified_on",
        lambda row: (
            row.rectified_on is None
            or (row.to_rectify and _follows(row.commented_on, row.rectified_on))
        ),
        "需要整改的才填写整改完成日期，且不得早于点评日期；请核对",
        "only what is to be put right has such a day, and not before the comments; check it",
    ),
)

RULE_CHECKS = (
    RowCheck(
        "trial_until",
        lambda row: _in_order(row.issued_on, row.trial_until),
        "试行期届满早于印发日期；请核对两个日期",
        "the trial ends before the rule was issued; check both dates",
    ),
    RowCheck(
        "settled_on",
        lambda row: row.settled_on is None or row.trial_until is not None,
        "试行的制度才填写正式施行日期；请补填试行期，或清空正式施行日期",
        "only a rule on trial is made permanent; give its trial or clear the day",
    ),
    RowCheck(
        "ended_on",
        lambda row: _in_order(row.issued_on, row.ended_on),
        "停止执行日期早于印发日期；请核对两个日期",
        "ended before it was issued; check both dates",
    ),
    RowCheck(
        "replaced_by",
        lambda row: not row.replaced_by or row.ended_on is not None,
        "被替代的制度须填写停止执行日期；请补填",
        "a replaced rule has ended; fill in the day",
    ),
)
