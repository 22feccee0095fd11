"""Judging a step: every guard is asked, and each answer weighed by its rule's force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.limits import applying
from zhunsheng.kernel.link.join import has_role
from zhunsheng.kernel.procedure.table import Context, Kept, Outcome, Transition
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import law, registry
from zhunsheng.statute.law import Confidence, Rule


@dataclass(frozen=True, slots=True)
class Objection:
    """A rule the step does not keep: what it says, whether it blocks or needs a reason.

    `unproven`: no installed regime could show it; a step long taken is not called irregular for
    that.
    """

    rule: str
    citation_zh: str
    citation_en: str
    zh: str
    en: str
    blocks: bool
    needs_reason: bool
    unproven: bool = False


def context_of(record: Record, on: date) -> Context:
    """What the record's guards may look at on that day."""

    def has(role: str) -> bool:
        return has_role(record, role)

    return Context(on=on, law=law(), calendar=calendar(), has=has, offered=offered)


def offered(role: str) -> bool:
    """Whether any installed regime offers something for the role."""
    return bool(registry().offers(role))


def judge(
    record: Record, transition: Transition, on: date, *, context: Context | None = None
) -> tuple[Objection, ...]:
    """Every guard's objection, those that block first; a rule not in force then judges nothing."""
    with applying(record.agency_id):
        return _judged(record, transition, on=on, context=context or context_of(record, on))


def _judged(
    record: Record, transition: Transition, *, on: date, context: Context
) -> tuple[Objection, ...]:
    fields = _fields(record)
    found = []
    for guard in transition.guards:
        # A rule does not judge a day on which it was not in force.
        if law().in_force(guard.rule, on) is None:
            continue
        rule = context.law.in_force(guard.rule, on)
        if rule is None:
            continue
        outcome = guard.test(record, context)
        if outcome.state in (Kept.FAILED, Kept.UNPROVEN):
            found.append(_weighed(rule, outcome, fields))
    return tuple(sorted(found, key=lambda o: not o.blocks))


def _weighed(rule: Rule, outcome: Outcome, fields: Mapping[str, object]) -> Objection:
    blocks = rule.blocks(fields)
    return Objection(
        rule=rule.key,
        citation_zh=rule.citation("zh", fields),
        citation_en=rule.citation("en", fields),
        zh=outcome.zh,
        en=outcome.en,
        blocks=blocks,
        needs_reason=not blocks and rule.confidence == Confidence.VERIFIED,
        unproven=outcome.state == Kept.UNPROVEN,
    )


def _fields(record: Record) -> dict[str, object]:
    return {f.attname: getattr(record, f.attname) for f in record._meta.concrete_fields}
