"""Taking a step: the only way a record moves through its procedure."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zhunsheng.kernel import clock
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.procedure.errors import StepImpossibleError, StepRefusedError
from zhunsheng.kernel.procedure.judge import Objection, judge
from zhunsheng.kernel.procedure.leave import leave_step
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.procedure.permit import (
    require_actor,
    require_apart,
    require_one_asked,
    require_papers,
)
from zhunsheng.kernel.procedure.table import Transition
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.standing import require_standing
from zhunsheng.kernel.record.validate import require_valid
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing


@dataclass(frozen=True, slots=True)
class Taking:
    """How a step is taken.

    `by` acted on `on`; `attested_by` entered it from signed paper (`evidence`). `already_taken`
    says that it happened before it was entered: then a dated scan and the legal officer
    (`confirmed_by`) vouch for it. `reasons` answers, by rule, what does not bind; the legal
    officer who states them is `reasoned_by`. `not_applicable` leaves the step undated and says
    why; it frees nobody from a guard.
    """

    by: Person
    on: date
    attested_by: Person | None = None
    evidence: File | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    already_taken: bool = False
    confirmed_by: Person | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    reasoned_by: Person | None = None
    not_applicable: str = ""


def perform(record: Record, key: str, taking: Taking) -> Step:
    """The step taken, with the record's next version.

    Errors: StepRefusedError with every objection at once; StepImpossibleError; NotAllowedError;
    ConflictError; InvalidError. A refusal of right, state or rule is in the trail before it is
    raised.
    """
    entered_by = taking.attested_by or taking.by
    with refusing(record.agency, key, by=entered_by):
        transition = _transition(record, key)
        record.refresh_from_db(fields=["stage", "standing"])
        require_standing(record, Standing.CONFIRMED, doing=(transition.zh, transition.en))
        _require_stage(record, transition)
        require_actor(record, transition, taking)
        require_one_asked(record, transition, taking)
        require_papers(transition, taking)
        require_apart(record, transition, taking)
        before = record.stage
        _date(record, transition, taking)
        require_valid(record)
        objections = _accepted(record, transition, taking)
        with acting(
            record.agency,
            f"{_procedure_key(record)}:{key}",
            by=taking.by,
            on=taking.on,
            attested_by=taking.attested_by,
        ) as act:
            act.change(record, stage=transition.after)
            return leave_step(act, record, transition, before, taking, objections)


def objections_to(
    record: Record, key: str, on: date, values: Mapping[str, Any] | None = None
) -> tuple[Objection, ...]:
    """What would stand against the step if it were taken on that day, its fields filled in so."""
    transition, tried = _transition(record, key), copy(record)
    for name, value in (values or {}).items():
        setattr(tried, name, value)
    for name in transition.sets[:1]:
        setattr(tried, name, getattr(tried, name) or on)
    _give(tried, transition)
    return judge(tried, transition, on)


def _accepted(record: Record, transition: Transition, taking: Taking) -> tuple[Objection, ...]:
    objections = judge(record, transition, taking.on)
    if taking.already_taken:
        return objections
    # Not yet done, whatever date is typed: an early date must not slip under a rule made since.
    seen = {objection.rule for objection in objections}
    now = judge(record, transition, clock.today()) if taking.on != clock.today() else ()
    objections = (*objections, *(o for o in now if o.rule not in seen))
    open_ = tuple(
        o for o in objections if o.blocks or (o.needs_reason and not taking.reasons.get(o.rule))
    )
    if open_:
        raise StepRefusedError(record.title, (transition.zh, transition.en), open_)
    return objections


def _give(record: Record, transition: Transition) -> None:
    for name, value in transition.gives:
        setattr(record, name, value)


def _transition(record: Record, key: str) -> Transition:
    procedure = registry().procedure_of(type(record))
    for transition in procedure.transitions if procedure else ():
        if transition.key == key:
            return transition
    raise StepImpossibleError(
        f"“{record.title}”的程序没有“{key}”这一步骤。",
        f"the procedure of '{record.title}' has no step {key!r}.",
    )


def _procedure_key(record: Record) -> str:
    procedure = registry().procedure_of(type(record))
    return procedure.key if procedure else ""


def _require_stage(record: Record, transition: Transition) -> None:
    procedure = registry().procedure_of(type(record))
    if procedure is None or transition in procedure.open_to(record):
        return
    if record.stage in transition.starts:
        raise StepImpossibleError(
            f"“{transition.zh}”不适用于“{record.title}”；请办理页面上列出的步骤。",
            f"'{transition.en}' is not meant for '{record.title}'; take a step its page lists.",
        )
    stage = procedure.stage(record.stage)
    raise StepImpossibleError(
        f"“{record.title}”现处于“{stage.zh}”环节，不能办理“{transition.zh}”；请刷新页面查看当前可办步骤。",
        f"'{record.title}' is at '{stage.en}'; '{transition.en}' does not begin there: reload to"
        " see the steps that do.",
    )


def _date(record: Record, transition: Transition, taking: Taking) -> None:
    allowed = {*transition.sets, *transition.shows}
    unknown = sorted(set(taking.values) - allowed)
    if unknown:
        raise StepImpossibleError(
            f"“{transition.zh}”不登记字段{'、'.join(unknown)}。",
            f"'{transition.en}' does not set {', '.join(unknown)}.",
        )
    if transition.sets and not taking.not_applicable:
        setattr(record, transition.sets[0], taking.on)
        _give(record, transition)
    for name, value in taking.values.items():
        setattr(record, name, value)
