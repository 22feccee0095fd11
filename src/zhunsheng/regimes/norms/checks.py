"""What cannot be true within one row; what merely breaks a rule is left to the guards."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.regimes.norms.models import Ending, Issuing


def _in_order(earlier: Any, later: Any) -> bool:
    """True unless both are given and the second lies before the first."""
    return earlier is None or later is None or bool(earlier <= later)


def _adopted(row: Any) -> bool:
    if row.comments_adopted is None:
        return True
    return row.comments_received is not None and row.comments_adopted <= row.comments_received


def _ended(row: Any) -> bool:
    return (row.ended_on is None) == (not row.ended_how)


def _ended_after_publication(row: Any) -> bool:
    if row.ended_on is None:
        return True
    return row.published_on is not None and row.published_on <= row.ended_on


def _expired(row: Any) -> bool:
    if row.ended_how != Ending.EXPIRED or row.ended_on is None:
        return True
    return row.valid_until is not None and row.valid_until <= row.ended_on


DOCUMENT_CHECKS = (
    RowCheck(
        "countersign_from",
        lambda row: row.issuing == "joint" or not (row.countersign_from or row.countersigned_on),
        "只有参与联合制定的文件由本单位会签；请清空会签日期，或者核对制定方式",
        "only a joint document led by another is countersigned here; clear those days",
    ),
    RowCheck(
        "countersigned_on",
        lambda row: _in_order(row.countersign_from, row.countersigned_on),
        "会签日期早于收到会签稿日期；请核对两个日期",
        "countersigned before it was received; check both dates",
    ),
    RowCheck(
        "comment_to",
        lambda row: _in_order(row.comment_from, row.comment_to),
        "征求意见截止日期早于开始日期；请核对两个日期",
        "comment closes before it opens; check both dates",
    ),
    RowCheck(
        "comments_adopted",
        _adopted,
        "采纳意见数多于收到意见数；请核对两个数",
        "more comments adopted than received; check both numbers",
    ),
    RowCheck(
        "examined_on",
        lambda row: _in_order(row.examination_from, row.examined_on),
        "合法性审核日期早于送审日期；请核对两个日期",
        "examined before it was sent to examination; check both dates",
    ),
    RowCheck(
        "ended_how",
        _ended,
        "失效日期和失效方式须同时填写，或同时留空",
        "the day and the manner of the end are filled together or not at all",
    ),
    RowCheck(
        "ended_on",
        _ended_after_publication,
        "未公布的文件不能失效，失效日期也不得早于公布日期；请补填公布日期或核对",
        "a document ends after it was published; fill in or check the day of publication",
    ),
    RowCheck(
        "ended_published_on",
        lambda row: (
            row.ended_published_on is None
            or (row.ended_on is not None and row.ended_published_on >= row.ended_on)
        ),
        "没有失效的文件不能公布失效，公布日期也不得早于失效日期；请核对",
        "its end is published after it ended; fill in or check the day",
    ),
    RowCheck(
        "valid_until",
        _expired,
        "到期失效的，失效日期不得早于“有效期至”；提前终止的，请选“废止”或“宣布失效”",
        "a document expires when its validity ends, not before; else it was repealed or declared"
        " invalid",
    ),
)
CO_ISSUER_CHECKS = (
    RowCheck(
        "document",
        lambda row: row.document.issuing == Issuing.JOINT_LEAD,
        "只有本单位牵头联合制定的文件登记联合制定单位；请核对所属文件的制定方式",
        "only a joint document the bureau leads has co-issuers here; check how it is issued",
        beside="document",
    ),
    RowCheck(
        "place",
        lambda row: row.place > 1,
        "牵头单位署名第一，其他单位的顺序从2起；请核对",
        "the leader signs first, the others from 2 on; check the place",
    ),
    RowCheck(
        "countersigned_on",
        lambda row: (
            row.countersigned_on is None
            or (row.sent_on is not None and row.sent_on <= row.countersigned_on)
        ),
        "该单位会签日期早于送会签日期，或者没有登记送会签日期；请核对",
        "countersigned before it was sent, or without being sent; check both dates",
    ),
)
INTERPRETATION_CHECKS = (
    RowCheck(
        "published_on",
        lambda row: _in_order(row.document.signed_on, row.published_on),
        "解读公布日期早于文件签发日期；请核对两个日期",
        "explained before the document was signed; check both dates",
        beside="document",
    ),
)
AMENDMENT_CHECKS = (
    RowCheck(
        "published_on",
        lambda row: _in_order(row.decided_on, row.published_on),
        "修改不能在决定之前公布；请核对两个日期",
        "an amendment cannot be published before it was decided; check both dates",
    ),
)
INCIDENTAL_CHECKS = (
    RowCheck(
        "replied_on",
        lambda row: _in_order(row.noticed_on, row.replied_on),
        "书面答复日期早于收到通知日期；请核对两个日期",
        "replied before the notice came; check both dates",
    ),
    RowCheck(
        "found",
        lambda row: bool(row.found) == (row.found_on is not None),
        "处理日期和处理结果须同时填写，或同时留空",
        "the day and the finding are filled together or not at all",
    ),
    RowCheck(
        "found_on",
        lambda row: _in_order(row.noticed_on, row.found_on),
        "处理日期早于收到通知日期；请核对两个日期",
        "found on before the notice came; check both dates",
    ),
)
CLEANUP_CHECKS = (
    RowCheck(
        "decided_on",
        lambda row: _in_order(row.cut_off_on, row.decided_on),
        "清理决定日期早于清理截止日期；请核对两个日期",
        "decided before the cut-off date; check both dates",
    ),
    RowCheck(
        "published_on",
        lambda row: _in_order(row.decided_on, row.published_on),
        "清理结果不能在决定之前公布；请核对两个日期",
        "the result cannot be published before it was decided; check both dates",
    ),
)
CONCLUSION_CHECKS = (
    RowCheck(
        "reason",
        lambda row: row.conclusion == "kept" or bool(row.reason),
        "修改、废止、宣布失效的，须填写结论理由",
        "amending, repealing or declaring invalid needs its reason",
    ),
)
