"""What cannot be true within one row; what merely breaks a rule is left to the guards."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck


def _not_before(earlier: str, later: str, zh: str, en: str) -> RowCheck:
    def in_order(row: Any) -> bool:
        first, second = getattr(row, earlier), getattr(row, later)
        return first is None or second is None or bool(first <= second)

    return RowCheck(later, in_order, f"{zh}；请核对两个日期", f"{en}; check both dates")


def _together(day: str, field: str, zh: str, en: str) -> RowCheck:
    return RowCheck(
        field,
        lambda row: bool(getattr(row, field)) == (getattr(row, day) is not None),
        f"{zh}须同时填写，或同时留空",
        f"{en} are filled together or not at all",
    )


RECONSIDERATION_CHECKS = (
    _not_before(
        "received_on", "answered_on", "书面答复日期早于收到答复通知日期",
        "answered before it was received",
    ),
    _not_before(
        "received_on", "ended_on", "复议办结日期早于收到答复通知日期",
        "ended before it was received",
    ),
    _together("ended_on", "ending", "复议办结日期和复议结果", "the day and the ending"),
    _not_before(
        "opinion_on", "opinion_answered_on", "报告纠正情况日期早于收到复议意见书日期",
        "the opinion was answered before it was received",
    ),
)  # fmt: skip
LITIGATION_CHECKS = (
    _not_before(
        "received_on", "answered_on", "提交答辩状日期早于收到起诉状副本日期",
        "answered before it was received",
    ),
    _not_before(
        "received_on", "heard_on", "开庭日期早于收到起诉状副本日期",
        "heard before it was received",
    ),
    _not_before(
        "heard_on", "ended_on", "裁判日期早于开庭日期", "judged before it was heard"
    ),
    _not_before(
        "received_on", "ended_on", "裁判日期早于收到起诉状副本日期",
        "judged before it was received",
    ),
    _together("heard_on", "appearance", "开庭日期和出庭应诉人员", "the hearing and who appeared"),
    _together("ended_on", "judgement", "裁判日期和裁判结果", "the day and the judgement"),
    RowCheck(
        "performed_on",
        lambda row: row.performed_on is None
        or (row.ended_on is not None and row.ended_on <= row.performed_on),
        "履行裁判日期早于裁判日期，或者没有登记裁判；请核对",
        "a judgement is performed after it was given; check both dates",
    ),
)  # fmt: skip
