"""How long a reply may take: each body's rule, as it stood on the day of assignment."""

from datetime import date

from zhunsheng.kernel.declare import Law, Months
from zhunsheng.regimes.oversight.models import Body

REPLY = "oversight.reply_term"
EXTENDED = "oversight.reply_term_extended"
PROPOSAL_REPLY = "oversight.proposal_term"


def reply_rule(body: str) -> str:
    """The key of the rule a body's replies follow."""
    return PROPOSAL_REPLY if body == Body.PROPOSAL else REPLY


def reply_term(body: str, assigned_on: date, law: Law, *, extended: bool) -> Months:
    """Three months, six when extended, as the pack says.

    Errors: UnknownRuleError where no rule was in force then.
    """
    rule = law.rule(reply_rule(body), assigned_on)
    if not extended:
        return Months(rule.value("months"))
    if body == Body.PROPOSAL:
        return Months(rule.value("extended"))
    # LAW oversight.reply_term_extended: where no text lengthens the term, the plain one runs.
    return Months((law.in_force(EXTENDED, assigned_on) or rule).value("months"))
