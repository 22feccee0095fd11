"""The rules a submission must keep on its way."""

from typing import Any

from zhunsheng.kernel.declare import Context, Guard, Outcome, failed, kept, not_applicable


def _contacted(row: Any, context: Context) -> Outcome:
    if row.contacted_on is None:
        return failed(
            "答复前没有登记与代表、委员的沟通",
            "no contact with the deputy or member is recorded before the reply",
        )
    if row.contacted_on > context.on:
        return failed(
            f"与代表、委员的沟通（{row.contacted_on}）晚于答复",
            f"the contact ({row.contacted_on}) came after the reply",
        )
    return kept()


def _classed(row: Any, context: Context) -> Outcome:
    allowed = str(context.law.rule("oversight.result_class").values["classes"]).split(",")
    if row.result_class in allowed:
        return kept()
    return failed(
        f"办理结果类别“{row.result_class}”不在可选范围（{'、'.join(allowed)}）",
        f"the result class {row.result_class!r} is none of {', '.join(allowed)}",
    )


def _numbered(row: Any, _: Context) -> Outcome:
    return kept() if row.reply_number else failed("没有答复文号", "the reply has no number")


def _published_or_reasoned(row: Any, _: Context) -> Outcome:
    if row.not_public_reason:
        return not_applicable("已说明不公开理由", "a reason not to publish is stated")
    return kept() if row.replied_on else failed("尚未答复", "it is not answered")


CONTACT = Guard(_contacted, "oversight.contact")
RESULT_CLASS = Guard(_classed, "oversight.result_class")
NUMBERED = Guard(_numbered, "oversight.principal_signs")
PUBLISH_REPLY = Guard(_published_or_reasoned, "oversight.publish_reply")
