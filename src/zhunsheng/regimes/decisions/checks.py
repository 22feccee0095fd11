"""What cannot be true within one row; what merely breaks a rule is left to the guards."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck


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
)
