"""What a step leaves behind: its row, its paper, and the rules it did not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhunsheng.kernel.evidence.attach import put_beside
from zhunsheng.kernel.procedure.judge import Objection
from zhunsheng.kernel.procedure.models import Finding, Irregularity, Step
from zhunsheng.kernel.procedure.table import Transition
from zhunsheng.kernel.record.act import Act
from zhunsheng.kernel.record.models import Record

if TYPE_CHECKING:
    from zhunsheng.kernel.procedure.perform import Taking


def leave_step(
    act: Act,
    record: Record,
    transition: Transition,
    before: str,
    taking: Taking,
    objections: tuple[Objection, ...],
) -> Step:
    """The stored step with its irregularities, inside an open action."""
    step = Step.objects.create(
        item_id=record.pk,
        version=record.version,
        transition=transition.key,
        before=before,
        after=transition.after,
        by=taking.by,
        on=taking.on,
        attested_by=taking.attested_by,
        evidence=taking.evidence,
        already_taken=taking.already_taken,
        not_applicable=taking.not_applicable,
        at=act.at,
    )
    if taking.evidence:
        put_beside(act, record, taking.evidence, kind=f"step:{transition.key}", dated_on=taking.on)
    for objection in objections:
        if not (objection.unproven and taking.already_taken):
            _leave_irregularity(act, step, taking, objection)
    act.details["step"] = {
        "after": transition.after,
        "before": before,
        "evidence": taking.evidence.digest if taking.evidence else None,
        "irregular": sorted(o.rule for o in objections),
        "late": taking.already_taken,
        "vouched_by": taking.confirmed_by.username if taking.confirmed_by else None,
    }
    return step


def _leave_irregularity(act: Act, step: Step, taking: Taking, objection: Objection) -> None:
    reason = taking.reasons.get(objection.rule, "")
    Irregularity.objects.create(
        item_id=step.item_id,
        step=step,
        kind=Finding.REASONED if reason else Finding.IRREGULAR,
        reason=reason,
        reason_by=taking.reasoned_by if reason else None,
        at=act.at,
        **said(objection),
    )


def said(objection: Objection) -> dict[str, str]:
    """An objection as the columns of an irregularity."""
    return {
        "rule": objection.rule,
        "citation_zh": objection.citation_zh,
        "citation_en": objection.citation_en,
        "zh": objection.zh,
        "en": objection.en,
    }
