"""What the bureau owes the organ and the court, asked of the row's own dates."""

from typing import Any

from zhunsheng.kernel.declare import Context, Guard, Outcome, failed, kept
from zhunsheng.regimes.disputes.models import Appearance


def _head_appeared(row: Any, context: Context) -> Outcome:
    if row.appearance == Appearance.HEAD:
        return kept()
    if row.appearance == Appearance.STAFF:
        if row.absence_reason:
            return kept()
        return failed(
            f"{context.on}开庭，负责人没有出庭，也没有写明不能出庭的理由",
            f"no head appeared on {context.on}, and no reason is stated",
        )
    return failed(
        f"{context.on}开庭，负责人没有出庭，也没有委托工作人员出庭",
        f"nobody appeared for the bureau on {context.on}",
    )


def _opinion_received(row: Any, context: Context) -> Outcome:
    if row.opinion_on is not None and row.opinion_on <= context.on:
        return kept()
    return failed(
        f"报告纠正情况（{context.on}）时没有登记收到复议意见书",
        f"no opinion had been received when it was answered ({context.on})",
    )


HEAD_APPEARS = Guard(_head_appeared, "disputes.head_appears")
OPINION = Guard(_opinion_received, "disputes.opinion")
