"""What cannot be true within one row."""

import re
from typing import Any

from zhunsheng.kernel.declare import RowCheck

#: Eighteen digits and capitals, without I, O, Z, S and V.
_CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")


def _not_before(earlier: str, later: str, zh: str, en: str) -> RowCheck:
    def in_order(row: Any) -> bool:
        first, second = getattr(row, earlier), getattr(row, later)
        return first is None or second is None or bool(first <= second)

    return RowCheck(later, in_order, zh, en)


LIST_CHECKS = (
    _not_before(
        "listed_on", "due_on", "完成时限早于清单印发日期；请核对两个日期",
        "due before the list was issued; check both dates",
    ),
    _not_before(
        "listed_on", "published_on", "清单公布日期早于印发日期；请核对两个日期",
        "published before it was issued; check both dates",
    ),
    _not_before(
        "listed_on", "done_on", "完成日期早于清单印发日期；请核对两个日期",
        "done before it was listed; check both dates",
    ),
)  # fmt: skip
EVENT_CHECKS = (
    RowCheck(
        "people",
        lambda row: row.people is None or row.people >= 1,
        "参加人次须大于零；没有人参加的不登记为活动",
        "somebody came, or it was no event",
    ),
)
VISIT_CHECKS = (
    RowCheck(
        "credit_code",
        lambda row: not row.credit_code or bool(_CREDIT_CODE.fullmatch(row.credit_code)),
        "统一社会信用代码应为18位数字和大写字母；请核对，没有查到的可以留空",
        "a credit code has 18 digits and capitals; check it, or leave it empty where unknown",
    ),
    RowCheck(
        "advice",
        lambda row: not row.advice or bool(row.question),
        "填写了解答但没有企业提出的问题；请补填问题",
        "advice without a question; fill in what the enterprise asked",
    ),
)
MATERIAL_CHECKS = (
    RowCheck(
        "copies",
        lambda row: row.copies is None or row.copies >= 1,
        "册数须大于零",
        "there must be a copy at least",
    ),
)
VENUE_CHECKS = (
    _not_before(
        "opened_on", "closed_on", "停用日期早于启用日期；请核对两个日期",
        "closed before it was opened; check both dates",
    ),
)  # fmt: skip
