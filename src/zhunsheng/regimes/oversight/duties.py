"""What a submission or a remark obliges to, and by when."""

from datetime import date
from typing import Any

from zhunsheng.kernel.declare import Duty, Months, Term, WorkingDays, law
from zhunsheng.regimes.oversight.models import Submission, TeamRemark


def _own_reply(row: Any) -> date | None:
    """The clock of a reply of the bureau's own: co-handling has another."""
    day: date = row.assigned_on
    return day if row.role in ("lead", "separate") else None


def _co_handled(row: Any) -> date | None:
    day: date = row.assigned_on
    if row.role != "co" or law().in_force("oversight.co_opinion", day) is None:
        return None
    return day


def _reply_term(row: Any) -> Term:
    """Three months, six when extended; a proposal's come from its own rule."""
    extended = row.extended_on is not None
    if row.body == "proposal":
        rule = law().in_force("oversight.proposal_term", row.assigned_on)
        name = "extended" if extended else "months"
    else:
        key = "oversight.reply_term_extended" if extended else "oversight.reply_term"
        rule, name = law().in_force(key, row.assigned_on), "months"
    return Months(rule.value(name) if rule else (6 if extended else 3))


def _opinion_term(row: Any) -> Term:
    return Months(law().rule("oversight.co_opinion", row.assigned_on).value("months"))


def _remark_term(row: Any) -> Term:
    return WorkingDays(law().rule("oversight.team_remark").value("working_days"))


DUTIES = (
    Duty(
        key="oversight.reply",
        zh="答复建议提案",
        en="reply to the submission",
        rule="oversight.reply_term",
        of=Submission,
        starts=_own_reply,
        due=_reply_term,
        done="replied_on",
        alert_days=15,
    ),
    Duty(
        key="oversight.co_opinion",
        zh="向主办单位送协办意见",
        en="send the opinion to the lead",
        rule="oversight.co_opinion",
        of=Submission,
        starts=_co_handled,
        due=_opinion_term,
        done="opinion_sent_on",
        alert_days=10,
    ),
    Duty(
        key="oversight.team_remark",
        zh="答复派驻组意见",
        en="answer the resident team's remark",
        rule="oversight.team_remark",
        of=TeamRemark,
        starts="made_on",
        due=_remark_term,
        done="answered_on",
    ),
)
