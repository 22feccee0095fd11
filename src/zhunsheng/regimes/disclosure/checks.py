"""What one row of disclosure cannot say."""

import re
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import RowCheck, law

#: A time of day, such as 09:30.
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DIRECTORY = "disclosure.directory"


def _items_of(row: Any) -> list[str] | None:
    """The items of article 20 the row's group of the directory belongs to; None where it is not
    one of the directory's groups."""
    listed = law().rule(_DIRECTORY, row.formed_on).values.get(row.catalogue)
    return str(listed).split() if listed is not None else None


PUBLICATION_CHECKS = (
    RowCheck(
        "published_on",
        lambda row: row.published_on is None or row.published_on >= row.formed_on,
        "首次公开日期早于形成日期；请核对两个日期",
        "published before it was formed; check both dates",
    ),
    RowCheck(
        "withdrawn_on",
        lambda row: (
            row.withdrawn_on is None
            or (row.published_on is not None and row.withdrawn_on >= row.published_on)
        ),
        "没有公开的信息不能撤下，撤下日期也不得早于首次公开日期；请补填或核对",
        "withdrawn without or before being published; fill in or check the day",
    ),
    RowCheck(
        "withdrawn_why",
        lambda row: row.withdrawn_on is None or bool(row.withdrawn_why),
        "撤下须写明原因",
        "a withdrawal needs its reason",
    ),
    RowCheck(
        "catalogue",
        lambda row: not row.catalogue or _items_of(row) is not None,
        "目录分类不在本单位信息公开目录中；请核对，或者留空",
        "no group of the bureau's directory; check it or leave it empty",
    ),
    RowCheck(
        "category",
        lambda row: not row.catalogue or row.category in (_items_of(row) or (row.category,)),
        "公开类别与目录分类对应的法定类别不一致；请核对",
        "not an item of the law the group of the directory belongs to; check both",
    ),
    RowCheck(
        "leak_found_on",
        lambda row: (
            row.leak_found_on is None
            or (row.published_on is not None and row.leak_found_on >= row.published_on)
        ),
        "没有公开的信息不会因公开泄密，发现泄密日期也不得早于首次公开日期；请核对",
        "a leak through publication is found on or after the day of publication",
    ),
    RowCheck(
        "leak_reported_on",
        lambda row: (
            row.leak_reported_on is None
            or (row.leak_found_on is not None and row.leak_reported_on >= row.leak_found_on)
        ),
        "泄密报告日期没有对应的发现日期，或早于发现日期；请核对",
        "reported without being found, or before",
    ),
)


def _time_of(at: str, on: str) -> RowCheck:
    def written(row: Any) -> bool:
        time = getattr(row, at)
        return not time or (bool(TIME.fullmatch(time)) and getattr(row, on) is not None)

    return RowCheck(
        at,
        written,
        "时刻须写成09:30这样的形式，并同时填写日期；请核对",
        "a time is written like 09:30 and stands beside its day; check both",
    )


LEAK_CHECKS = (
    _time_of("leak_found_at", "leak_found_on"),
    _time_of("leak_reported_at", "leak_reported_on"),
    RowCheck(
        "leak_reported_at",
        lambda row: (
            not (row.leak_found_at and row.leak_reported_at)
            or row.leak_found_on != row.leak_reported_on
            or row.leak_found_at <= row.leak_reported_at
        ),
        "泄密报告时刻早于当日的发现时刻；请核对",
        "reported before it was found on that day; check both times",
    ),
)

SECRECY_CHECKS = (
    RowCheck(
        "ground",
        lambda row: row.may_publish or bool(row.ground),
        "不得公开的须写明审查意见",
        "what may not be published needs its ground",
    ),
)


def _after(asked: date | None, answered: date | None) -> bool:
    return answered is None or (asked is not None and answered >= asked)


REQUEST_CHECKS = (
    RowCheck(
        "reply",
        lambda row: bool(row.reply) == (row.replied_on is not None),
        "答复日期和答复类型须同时填写，或同时留空",
        "the day and the type of the reply are filled together or not at all",
    ),
    RowCheck(
        "replied_on",
        lambda row: row.replied_on is None or row.replied_on >= row.received_on,
        "答复日期早于收到日期；请核对两个日期",
        "answered before it was received; check both dates",
    ),
    RowCheck(
        "correction_noticed_on",
        lambda row: (
            row.correction_noticed_on is None or row.correction_noticed_on >= row.received_on
        ),
        "补正告知日期早于收到日期；请核对两个日期",
        "asked to correct before it was received; check both dates",
    ),
    RowCheck(
        "corrected_on",
        lambda row: (
            row.corrected_on is None
            or (
                row.correction_noticed_on is not None
                and row.corrected_on >= row.correction_noticed_on
            )
        ),
        "收到补正日期没有对应的补正告知日期，或早于告知日期",
        "corrected without being asked to, or before",
    ),
    RowCheck(
        "third_party_answered_on",
        lambda row: _after(row.third_party_asked_on, row.third_party_answered_on),
        "收到第三方意见日期没有对应的征求日期，或早于征求日期",
        "the third party answered without being asked, or before",
    ),
    RowCheck(
        "organ_answered_on",
        lambda row: _after(row.organ_asked_on, row.organ_answered_on),
        "收到其他机关意见日期没有对应的征求日期，或早于征求日期",
        "the other organ answered without being asked, or before",
    ),
)

CONSULTED_CHECKS = (
    RowCheck(
        "answered_on",
        lambda row: row.answered_on is None or row.answered_on >= row.received_on,
        "提出意见日期早于收到征求意见书日期；请核对两个日期",
        "answered before the letter was received; check both dates",
    ),
    RowCheck(
        "view",
        lambda row: bool(row.view) == (row.answered_on is not None),
        "提出意见日期和意见须同时填写，或同时留空",
        "the day and the view are filled together or not at all",
    ),
    RowCheck(
        "reason",
        lambda row: not row.view or row.view == "open" or bool(row.reason),
        "不同意公开或者只同意部分公开的，须写明理由",
        "a view against opening it, wholly or in part, needs its reason",
    ),
)

CONTEST_CHECKS = (
    RowCheck(
        "result",
        lambda row: bool(row.result) == (row.ended_on is not None),
        "审结日期和审理结果须同时填写，或同时留空",
        "the day it ended and its result are filled together or not at all",
    ),
    RowCheck(
        "ended_on",
        lambda row: row.ended_on is None or row.ended_on >= row.begun_on,
        "审结日期早于受理日期；请核对两个日期",
        "ended before it began; check both dates",
    ),
)

ACCOUNT_CHECKS = (
    RowCheck(
        "updated_on",
        lambda row: row.updated_on is None or row.updated_on >= row.opened_on,
        "最近更新日期早于开设日期；请核对两个日期",
        "updated before it was opened; check both dates",
    ),
    RowCheck(
        "closed_on",
        lambda row: row.closed_on is None or row.closed_on >= row.opened_on,
        "注销日期早于开设日期；请核对两个日期",
        "closed before it was opened; check both dates",
    ),
)

WITHHELD_CHECKS = (
    RowCheck(
        "opened_on",
        lambda row: row.opened_on is None or row.opened_on >= row.withheld_on,
        "转为公开日期早于确定不予公开日期；请核对两个日期",
        "opened before it was withheld; check both dates",
    ),
)
WITHHELD_REVIEW_CHECKS = (
    RowCheck(
        "reviewed_on",
        lambda row: row.reviewed_on >= row.withheld.withheld_on,
        "评估审查日期早于确定不予公开日期；请核对两个日期",
        "reviewed before it was withheld; check both dates",
        beside="withheld",
    ),
)
