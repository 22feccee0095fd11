"""What cannot be true within one row; what merely breaks a rule is left to the guards."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.regimes.decisions.models import amended_on


def _in_order(first: str, second: str) -> Any:
    """True unless both dates are given and the second lies before the first."""

    def test(row: Any) -> bool:
        a, b = getattr(row, first), getattr(row, second)
        return a is None or b is None or bool(a <= b)

    return test


MATTER_CHECKS = (
    RowCheck(
        "major",
        lambda row: bool(row.major or row.key_matter),
        "没有注明属于重大行政决策还是三重一大；请至少选填一项",
        "it is neither a major decision nor a key matter; choose at least one",
    ),
    RowCheck(
        "key_kind",
        lambda row: bool(row.key_matter) == bool(row.key_kind),
        "三重一大事项须注明类别，其他事项不填类别；请核对",
        "a key matter needs its kind, and nothing else has one; check both",
    ),
    RowCheck(
        "comment_to",
        _in_order("comment_from", "comment_to"),
        "征求意见截止日期早于开始日期；请核对两个日期",
        "comment closed before it opened; check both dates",
    ),
    RowCheck(
        "comments_adopted",
        lambda row: (
            row.comments_adopted is None
            or (row.comments_received is not None and row.comments_adopted <= row.comments_received)
        ),
        "采纳意见数多于收到意见数，或者没有填写收到意见数；请核对",
        "more comments adopted than received, or none recorded as received; check both",
    ),
    RowCheck(
        "reviewed_on",
        _in_order("review_from", "reviewed_on"),
        "合法性审查日期早于送审日期；请核对两个日期",
        "reviewed before it was sent to review; check both dates",
    ),
    RowCheck(
        "legality",
        lambda row: bool(row.legality) == (row.reviewed_on is not None),
        "合法性审查日期和审查结论须同时填写，或同时留空",
        "the day and the result of the review are filled together or not at all",
    ),
    RowCheck(
        "decided_on",
        _in_order("opened_on", "decided_on"),
        "集体讨论决定日期早于启动日期；请核对两个日期",
        "decided before it was opened; check both dates",
    ),
    RowCheck(
        "evaluated_by",
        lambda row: row.evaluated_on is None or bool(row.evaluated_by),
        "已填后评估日期，须同时填写后评估单位",
        "the day of the evaluation is given; fill in who evaluated",
    ),
    RowCheck(
        "evaluated_on",
        _in_order("decided_on", "evaluated_on"),
        "后评估日期早于集体讨论决定日期；请核对两个日期",
        "evaluated before it was decided; check both dates",
    ),
)
LISTED_CHECKS = (
    RowCheck(
        "removed_reason",
        lambda row: bool(row.removed_reason) == (row.removed_on is not None),
        "调出日期和调出理由须同时填写，或同时留空",
        "the day it was removed and the reason are filled together or not at all",
    ),
    RowCheck(
        "removed_on",
        _in_order("listed_on", "removed_on"),
        "调出日期早于列入日期；请核对两个日期",
        "removed before it was listed; check both dates",
    ),
    RowCheck(
        "change_published_on",
        lambda row: row.change_published_on is None or amended_on(row) is not None,
        "首次列入又未调出的事项没有调整；请清空调整公布日期",
        "a matter listed at first and not removed was not amended; clear that day",
    ),
    RowCheck(
        "change_published_on",
        lambda row: (
            row.change_published_on is None
            or (day := amended_on(row)) is None
            or row.change_published_on >= day
        ),
        "调整公布日期早于调整日期；请核对两个日期",
        "the amendment was published before it was made; check both dates",
    ),
)
CHANGE_CHECKS = (
    RowCheck(
        "for_whom",
        lambda row: row.matter.for_whom == row.for_whom,
        "决策主体与所属决策事项登记的不同；请核对",
        "the decision itself says another for whom; check both",
        beside="matter",
    ),
    RowCheck(
        "urgent",
        lambda row: not row.urgent or row.kind == "suspended",
        "情况紧急时可以先行中止，停止执行和调整须先经法定程序；请核对变更方式",
        "only a suspension may be ordered at once; check what changed",
    ),
    RowCheck(
        "resumed_on",
        lambda row: row.resumed_on is None or row.kind == "suspended",
        "只有中止执行的才能恢复执行；请清空恢复执行日期",
        "only what was suspended resumes; clear that day",
    ),
    RowCheck(
        "resumed_on",
        _in_order("changed_on", "resumed_on"),
        "恢复执行日期早于变更日期；请核对两个日期",
        "resumed before it was suspended; check both dates",
    ),
)
