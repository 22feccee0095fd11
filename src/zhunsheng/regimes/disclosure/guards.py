"""What must be done before information is published or a request answered."""

from typing import Any

from zhunsheng.kernel.declare import Context, Guard, Outcome, failed, kept, not_applicable


def _secrecy_reviewed(row: Any, context: Context) -> Outcome:
    if row.secrecy_on is None:
        return failed("没有保密审查的登记", "no secrecy review is recorded")
    if row.secrecy_on > context.on:
        return failed(
            f"保密审查（{row.secrecy_on}）晚于公开日期",
            f"the secrecy review ({row.secrecy_on}) came after publication",
        )
    refused = row.secrecy_reviews.filter(may_publish=False).exclude(standing="voided")
    if refused.exists():
        return failed("保密审查意见为不得公开", "the secrecy review concluded not to publish")
    return kept()


def _chain_complete(row: Any, context: Context) -> Outcome:
    levels = context.law.rule("disclosure.review_chain").value("levels")
    reviews = list(row.reviews.exclude(standing="voided"))
    if not reviews and row.reviewed_on is not None:
        # The chain may be one scanned sheet: its day is recorded, its levels are on paper.
        return kept() if row.reviewed_on <= context.on else _late(row)
    found = {review.level for review in reviews}
    missing = [level for level in range(1, levels + 1) if level not in found]
    if missing:
        zh = "、".join(f"第{level}级" for level in missing)
        return failed(f"三审三校缺{zh}", f"levels {missing} of the review chain are missing")
    people = {review.reviewer for review in reviews}
    if len(people) < levels:
        return failed("三审三校有同一人办理两个环节", "one person took two levels of the chain")
    return kept()


def _late(row: Any) -> Outcome:
    return failed(
        f"三审三校（{row.reviewed_on}）晚于公开日期",
        f"the review ({row.reviewed_on}) came after publication",
    )


def _corrected(row: Any, _: Context) -> Outcome:
    if row.correction_noticed_on is None:
        return not_applicable("没有要求补正", "no correction was asked for")
    if row.corrected_on is None and row.reply != "not_handled":
        return failed("申请人尚未补正", "the applicant has not corrected the request")
    return kept()


def _third_party_answered(row: Any, context: Context) -> Outcome:
    asked = row.third_party_asked_on
    if asked is None:
        return not_applicable("没有征求第三方意见", "no third party was asked")
    if row.third_party_answered_on is not None:
        return kept()
    days = context.law.rule("disclosure.third_party_term").value("working_days")
    until, _ = context.calendar.due_on(asked, days)
    if context.on > until:
        return kept()
    return failed(
        f"第三方意见征求期至{until}届满，尚未收到意见",
        f"the third party has until {until} and has not answered",
    )


def _ground_given(row: Any, _: Context) -> Outcome:
    if row.reply not in ("refused", "partly"):
        return not_applicable("没有不予公开的内容", "nothing is refused")
    return kept() if row.ground else failed("没有写明不予公开的依据", "no ground is given")


SECRECY = Guard(_secrecy_reviewed, "disclosure.secrecy_review")
CHAIN = Guard(_chain_complete, "disclosure.review_chain")
CORRECTED = Guard(_corrected, "disclosure.correction_term")
THIRD_PARTY = Guard(_third_party_answered, "disclosure.third_party_term")
GROUND = Guard(_ground_given, "disclosure.reply_types")
