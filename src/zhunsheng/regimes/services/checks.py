"""What cannot be true within one row."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.regimes.services.suspensions import readable


def _not_before(earlier: str, later: str, zh: str, en: str) -> RowCheck:
    def in_order(row: Any) -> bool:
        first, second = getattr(row, earlier), getattr(row, later)
        return first is None or second is None or bool(first <= second)

    return RowCheck(later, in_order, zh, en)


def _promise(row: Any) -> bool:
    days, promised = row.statutory_days, row.promised_days
    return days is None or promised is None or bool(promised <= days)


_PROMISE = RowCheck(
    "promised_days",
    _promise,
    "承诺时限长于法定时限；请核对两个时限",
    "more days are promised than the law allows; check both",
)
ITEM_CHECKS = (
    RowCheck(
        "in_catalogue",
        lambda row: bool(row.in_powers or row.in_catalogue),
        "事项至少列入权责清单和政务服务事项目录之一；请核对",
        "an item stands in one of the two lists at least",
    ),
    _PROMISE,
    _not_before(
        "added_on", "removed_on", "取消日期早于列入日期；请核对两个日期",
        "removed before it was added; check both dates",
    ),
)  # fmt: skip
APPLICATION_CHECKS = (
    _PROMISE,
    _not_before(
        "received_on", "accepted_on", "受理日期早于收件日期；请核对两个日期",
        "accepted before it was received; check both dates",
    ),
    _not_before(
        "received_on", "ended_on", "办结日期早于收件日期；请核对两个日期",
        "ended before it was received; check both dates",
    ),
    RowCheck(
        "suspensions",
        lambda row: readable(row.suspensions or ""),
        "特别程序起止应写作“2024-03-01至2024-03-15专家评审”，多次的用分号隔开",
        "write a suspension as 2024-03-01至2024-03-15 and its ground, several by semicolons",
    ),
    RowCheck(
        "extended_on",
        lambda row: (
            (row.extended_on is None)
            == (row.extended_days is None)
            == (not row.extended_why)
        ),
        "延期须同时填写批准日期、延长时限和理由；请补填，或者都清空",
        "an extension has its day, its days and its reason; fill in all three or none",
    ),
    _not_before(
        "accepted_on", "extended_on", "延期批准日期早于受理日期；请核对两个日期",
        "extended before it was accepted; check both dates",
    ),
    RowCheck(
        "delivered_on",
        lambda row: row.delivered_on is None or bool(row.certificate and row.result == "granted"),
        "准予且应当颁发证件的才填写证件送达日期；请核对",
        "only what was granted and owes a certificate has it delivered; check it",
    ),
    _not_before(
        "ended_on", "delivered_on", "证件送达日期早于办结日期；请核对两个日期",
        "delivered before it was granted; check both dates",
    ),
    RowCheck(
        "result",
        lambda row: bool(row.result) == (row.ended_on is not None),
        "办结日期和办理结果须同时填写，或同时留空",
        "the day it ended and its result are filled together or not at all",
    ),
    RowCheck(
        "rating",
        lambda row: bool(row.rating) == (row.rated_on is not None),
        "评价日期和好差评须同时填写，或同时留空",
        "the day of the rating and the rating are filled together or not at all",
    ),
)  # fmt: skip
