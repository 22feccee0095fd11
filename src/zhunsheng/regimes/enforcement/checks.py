"""What cannot be true within one row; what merely breaks a rule is left to the guards."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.regimes.enforcement.models import Outcome, Penalty


def _not_before(earlier: str, later: str, zh: str, en: str) -> RowCheck:
    def in_order(row: Any) -> bool:
        first, second = getattr(row, earlier), getattr(row, later)
        return first is None or second is None or bool(first <= second)

    return RowCheck(later, in_order, zh, en)


def _with_decision(field: str, zh: str, en: str) -> RowCheck:
    return RowCheck(
        field,
        lambda row: getattr(row, field) is None or row.decided_on is not None,
        f"没有作出决定就登记了{zh}；请补填决定日期",
        f"{en} without a decision; fill in the day it was decided",
    )


OFFICER_CHECKS = (
    RowCheck(
        "expires_on",
        lambda row: row.issued_on < row.expires_on,
        "失效日期须晚于发证日期；请核对两个日期",
        "it expires after it was issued; check both dates",
    ),
)
NOTICE_CHECKS = (
    _not_before(
        "issued_on", "published_on", "公开日期早于形成日期；请核对两个日期",
        "published before it was made; check both dates",
    ),
)  # fmt: skip
INSPECTION_CHECKS = (
    RowCheck(
        "result",
        lambda row: bool(row.result) == (row.held_on is not None),
        "检查日期和检查结果须同时填写，或同时留空",
        "the day and the result of the inspection are filled together or not at all",
    ),
    RowCheck(
        "published_on",
        lambda row: (
            row.published_on is None
            or (row.held_on is not None and row.held_on <= row.published_on)
        ),
        "结果公开日期早于检查日期，或者没有登记检查；请核对",
        "a result is published after its inspection; check both dates",
    ),
)
CASE_CHECKS = (
    *(
        _not_before("filed_on", field, f"{zh}早于立案日期；请核对两个日期",
                    f"{en} before it was filed; check both dates")
        for field, zh, en in (
            ("investigated_on", "调查终结日期", "investigated"),
            ("told_on", "处罚告知日期", "told"),
            ("hearing_told_on", "听证告知日期", "told of the hearing"),
            ("reviewed_on", "法制审核日期", "reviewed"),
            ("decided_on", "决定日期", "decided"),
        )
    ),
    *(
        _not_before("decided_on", field, f"{zh}早于决定日期；请核对两个日期",
                    f"{en} before it was decided; check both dates")
        for field, zh, en in (
            ("served_on", "送达日期", "served"),
            ("published_on", "公开日期", "published"),
            ("performed_on", "履行日期", "performed"),
            ("closed_on", "结案日期", "closed"),
        )
    ),
    _not_before(
        "hearing_told_on", "heard_on", "听证日期早于听证告知日期；请核对两个日期",
        "heard before the party was told of it; check both dates",
    ),
    _with_decision("served_on", "送达", "served"),
    _with_decision("published_on", "公开", "published"),
    _with_decision("performed_on", "履行", "performed"),
    _with_decision("closed_on", "结案", "closed"),
    RowCheck(
        "outcome",
        lambda row: bool(row.outcome) == (row.decided_on is not None),
        "决定日期和处理结果须同时填写，或同时留空",
        "the day of the decision and its outcome are filled together or not at all",
    ),
    RowCheck(
        "penalty",
        lambda row: bool(row.penalty) == (row.outcome == Outcome.PENALISED),
        "给予行政处罚的须填写处罚种类，其他处理结果不填",
        "a penalty has its kind, any other outcome has none",
    ),
    RowCheck(
        "fine",
        lambda row: not row.fine or row.outcome == Outcome.PENALISED,
        "没有给予行政处罚的不填写罚没金额",
        "there is no money where there is no penalty",
    ),
    RowCheck(
        "fine",
        lambda row: row.penalty != Penalty.FINE or bool(row.fine),
        "罚款、没收的须填写罚没金额，以元为单位",
        "a fine or confiscation says how much, in yuan",
    ),
    RowCheck(
        "review",
        lambda row: bool(row.review) == (row.reviewed_on is not None),
        "法制审核日期和法制审核结论须同时填写，或同时留空",
        "the day of the review and what it came to are filled together or not at all",
    ),
)  # fmt: skip
REVERSAL_CHECKS = (
    RowCheck(
        "reversed_on",
        lambda row: row.case.decided_on is not None and row.reversed_on >= row.case.decided_on,
        "处罚决定尚未作出，或者变动日期早于决定日期；请核对",
        "reversed without or before being decided; check both dates",
        beside="case",
    ),
    RowCheck(
        "case",
        lambda row: row.case.outcome == Outcome.PENALISED,
        "没有给予行政处罚的案件没有处罚决定；请核对立案号",
        "the case ended without a penalty: there is no decision to reverse",
        beside="case",
    ),
    RowCheck(
        "withdrawn_on",
        lambda row: row.withdrawn_on is None or row.withdrawn_on >= row.reversed_on,
        "撤回公开信息日期早于变动日期；请核对两个日期",
        "withdrawn before it was reversed; check both dates",
    ),
)
