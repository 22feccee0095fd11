"""A quotient told as a percentage: right, or one slip from being right."""

from decimal import Decimal

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.ratios import explained, is_percent, printed, quotient


def _fits(over: Mention, under: Mention, percent: Mention) -> bool:
    return is_percent(quotient(printed(over), printed(under)), percent)


def judged(kind: str, percent: Mention, over: Mention, under: Mention) -> Relation | None:
    """The quotient as a relation; None where it does not hold and no slip explains that."""
    holds = _fits(over, under, percent)
    if not under.value or not (holds or explained((over, under, percent), _fits)):
        return None
    sign = "=" if holds else "≠"
    quotient_shown = (over.value * 100 / under.value).quantize(Decimal("0.01"))
    arithmetic = (
        f"{percent.text} {sign} {number(over.value)} ÷ {number(under.value)}"
        f"{'' if holds else f' = {quotient_shown}%'}"
    )
    return Relation(kind, percent, (over, under), holds, arithmetic)
