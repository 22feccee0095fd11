"""What an account of performance must keep; its rules were not verified, so none of them blocks."""

from typing import Any

from zhunsheng.kernel.declare import Context, Guard, Outcome, failed, kept, not_applicable


def _with_annual_report(row: Any, _: Context) -> Outcome:
    if row.with_annual_report:
        return kept()
    return failed(
        "述法没有列入年终述职内容", "the account was not made part of the year-end report on duties"
    )


def _put_right(row: Any, _: Context) -> Outcome:
    if not row.to_rectify:
        return not_applicable(
            "点评没有提出整改要求", "the comments ask for nothing to be put right"
        )
    if row.rectification.strip():
        return kept()
    return failed(
        "整改完成时没有写明整改情况", "it is not said what was put right after the comments"
    )


WITH_ANNUAL_REPORT = Guard(_with_annual_report, "leadership.account")
PUT_RIGHT = Guard(_put_right, "leadership.account_rectification")
