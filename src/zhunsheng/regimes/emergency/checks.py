"""What cannot be true within one row; what merely breaks a rule is left to the guards."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck


def _not_before(earlier: str, later: str, zh: str, en: str) -> RowCheck:
    def in_order(row: Any) -> bool:
        first, second = getattr(row, earlier), getattr(row, later)
        return first is None or second is None or bool(first <= second)

    return RowCheck(later, in_order, zh, en)


def _together(day: str, person: str, zh: str, en: str) -> RowCheck:
    return RowCheck(
        person,
        lambda row: getattr(row, day) is None or bool(getattr(row, person)),
        zh,
        en,
    )


PLAN_CHECKS = (
    _not_before(
        "issued_on", "filed_on", "备案日期早于印发日期；请核对两个日期",
        "filed before it was issued; check both dates",
    ),
    _not_before(
        "issued_on", "evaluated_on", "最近评估日期早于印发日期；请核对两个日期",
        "evaluated before it was issued; check both dates",
    ),
    _not_before(
        "issued_on", "abolished_on", "停止执行日期早于印发日期；请核对两个日期",
        "abolished before it was issued; check both dates",
    ),
)  # fmt: skip
DRILL_CHECKS = (
    RowCheck(
        "people",
        lambda row: row.people is None or row.people >= 1,
        "参加人次须大于零；没有人参加的不登记为演练",
        "somebody took part, or it was no drill",
    ),
    _not_before(
        "held_on",
        "evaluated_on",
        "评估日期早于演练日期；请核对两个日期",
        "evaluated before it was held; check both dates",
    ),
    RowCheck(
        "evaluation",
        lambda row: bool(row.evaluation) == (row.evaluated_on is not None),
        "评估日期和评估结论须同时填写，或同时留空",
        "the day and the result of the evaluation are filled together or not at all",
    ),
)
HAZARD_CHECKS = (
    _not_before(
        "found_on", "rectify_by", "整改时限早于发现日期；请核对两个日期",
        "to be rectified before it was found; check both dates",
    ),
    _not_before(
        "found_on", "rectified_on", "整改完成日期早于发现日期；请核对两个日期",
        "rectified before it was found; check both dates",
    ),
    _not_before(
        "found_on", "rechecked_on", "复查日期早于发现日期；请核对两个日期",
        "re-checked before it was found; check both dates",
    ),
    _not_before(
        "found_on", "closed_on", "销号日期早于发现日期；请核对两个日期",
        "crossed off before it was found; check both dates",
    ),
    _together(
        "rectified_on", "rectifier", "填写了整改完成日期，须写明整改责任人",
        "who rectified it is said with the day",
    ),
    _together(
        "rechecked_on", "rechecker", "填写了复查日期，须写明复查人",
        "who re-checked it is said with the day",
    ),
)  # fmt: skip
