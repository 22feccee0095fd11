"""The rules a submission must keep on its way, each body's cited as its own."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import (
    Context,
    Guard,
    Outcome,
    Standing,
    due,
    failed,
    kept,
    not_applicable,
)
from zhunsheng.regimes.oversight.models import Body
from zhunsheng.regimes.oversight.reply_term import reply_rule, reply_term

#: A test that also needs the key of the rule it serves: suggestions and proposals have their own.
_RuleTest = Callable[[Any, Context, str], Outcome]


def _each_body(test: _RuleTest, *, suggestion: str, proposal: str) -> tuple[Guard, Guard]:
    """One guard for suggestions, one for proposals; each leaves the other's rows alone."""
    return _only(Body.SUGGESTION, test, suggestion), _only(Body.PROPOSAL, test, proposal)


def _only(body: Body, test: _RuleTest, rule: str) -> Guard:
    def of_that_body(row: Any, context: Context) -> Outcome:
        if row.body != body:
            return not_applicable("由另一类别的规定调整", "the other kind's rules govern it")
        return test(row, context, rule)

    return Guard(of_that_body, rule)


def _contacted(row: Any, context: Context, _: str) -> Outcome:
    # Where contacts were entered one by one they alone count; else the one day the step told.
    lines = [line.met_on for line in row.contacts.all() if line.standing != Standing.VOIDED]
    first = min(lines, default=row.contacted_on)
    if first is None:
        return failed(
            "答复前没有登记与代表、委员的沟通",
            "no contact with the deputy or member is recorded before the reply",
        )
    return _not_before(first, context.on)


def _not_before(contacted: date, replied: date) -> Outcome:
    if contacted <= replied:
        return kept()
    return failed(
        f"与代表、委员的沟通（{contacted}）晚于答复（{replied}）",
        f"the contact ({contacted}) came after the reply ({replied})",
    )


def _classed(row: Any, context: Context, rule: str) -> Outcome:
    allowed = str(context.law.rule(rule, context.on).values["classes"]).split(",")
    listed = "、".join(allowed)
    if not row.result_class:
        return failed(
            f"答复没有注明办理结果类别（{listed}）",
            f"the reply carries no result class ({', '.join(allowed)})",
        )
    if row.result_class in allowed:
        return kept()
    return failed(
        f"办理结果类别“{row.result_class}”不在可选范围（{listed}）",
        f"the result class {row.result_class!r} is none of {', '.join(allowed)}",
    )


def _extended_in_time(row: Any, context: Context, _: str) -> Outcome:
    if context.law.in_force(reply_rule(row.body), row.assigned_on) is None:
        return not_applicable("交办时没有答复期限", "no term ran when it was assigned")
    term = reply_term(row.body, row.assigned_on, context.law, extended=False)
    until = due(row.assigned_on, term, calendar=context.calendar).on
    if context.on <= until:
        return kept()
    return failed(
        f"答复期限已于{until}届满，不能再延期",
        f"the reply was due on {until}: a term that has ended cannot be extended",
    )


def _disputed_in_time(row: Any, context: Context, rule: str) -> Outcome:
    days = context.law.rule(rule, context.on).value("working_days")
    until, _ = context.calendar.due_on(row.assigned_on, days)
    if context.on <= until:
        return kept()
    return failed(
        f"申请改办的期限已于{until}届满（交办之日起{days}个工作日）",
        f"it could be called not ours until {until} ({days} working days from assignment)",
    )


def _after_reply(row: Any, context: Context, _: str) -> Outcome:
    if row.replied_on is not None and row.replied_on <= context.on:
        return kept()
    return failed(
        f"反馈（{context.on}）时尚未答复",
        f"there was no reply yet when feedback came ({context.on})",
    )


def _after_second_reply(row: Any, context: Context, _: str) -> Outcome:
    if row.replied_again_on is not None and row.replied_again_on <= context.on:
        return kept()
    return failed(
        f"再次反馈（{context.on}）时尚未重新答复",
        f"there was no second reply yet when the second feedback came ({context.on})",
    )


def _open_to_public(row: Any, context: Context) -> Outcome:
    if row.replied_on is None or row.replied_on > context.on:
        return failed(
            f"公开复文（{context.on}）时尚未答复",
            f"there was no reply yet when it was published ({context.on})",
        )
    if row.not_public_reason:
        return failed(
            f"已审查为不公开（{row.not_public_reason}）",
            f"it was reviewed as not public ({row.not_public_reason})",
        )
    return kept()


def _answered(row: Any, context: Context) -> Outcome:
    if row.answered_on is not None and row.answered_on <= context.on:
        return kept()
    return failed(
        f"销号（{context.on}）时尚未答复", f"it was closed ({context.on}) without an answer"
    )


CONTACT = _each_body(
    _contacted, suggestion="oversight.contact", proposal="oversight.proposal_contact"
)
RESULT_CLASS = _each_body(
    _classed, suggestion="oversight.result_class", proposal="oversight.proposal_result_class"
)
EXTENSION_IN_TIME = _each_body(
    _extended_in_time,
    suggestion="oversight.reply_term_extended",
    proposal="oversight.proposal_term",
)
DISPUTED_IN_TIME = _each_body(
    _disputed_in_time,
    suggestion="oversight.reassign_term",
    proposal="oversight.proposal_reassign",
)
FEEDBACK_AFTER_REPLY = _each_body(
    _after_reply, suggestion="oversight.feedback", proposal="oversight.proposal_feedback"
)
FEEDBACK_AFTER_SECOND_REPLY = _each_body(
    _after_second_reply, suggestion="oversight.feedback", proposal="oversight.proposal_feedback"
)
PUBLISH_REPLY = Guard(_open_to_public, "oversight.publish_reply")
ANSWERED = Guard(_answered, "oversight.team_remark")
