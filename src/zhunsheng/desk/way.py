"""A record's way through its procedure, as its page draws it."""

from collections.abc import Iterable
from dataclasses import dataclass

from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.procedure.table import Procedure
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage: passed, the one it stands at, or still to come."""

    name: str
    state: str
    on: str = ""


def at_rest(row: Record) -> bool:
    """Whether nothing waits where the row stands: the steps from here are exceptions."""
    procedure = registry().procedure_of(type(row))
    return procedure is not None and procedure.stage(row.stage or procedure.initial).rests


def way_of(row: Record, steps: Iterable[Step]) -> list[Stop]:
    """The stages passed with their days, where it stands, and the stages that usually follow."""
    procedure = registry().procedure_of(type(row))
    if procedure is None:
        return []
    stage = row.stage or procedure.initial
    days = {step.after: step.on for step in sorted(steps, key=lambda step: step.pk)}
    names = {s.key: in_language(s.zh, s.en) for s in procedure.stages}
    passed = [s.key for s in procedure.stages if s.key in days or s.key == procedure.initial]
    passed = [key for key in passed if key != stage]
    order = [s.key for s in procedure.stages]
    coming = _ahead(procedure, row, stage, {*passed, stage})
    stops = [Stop(names[k], "passed", str(days.get(k, ""))) for k in passed]
    stops.append(Stop(names[stage], "here", str(days.get(stage, ""))))
    return stops + [Stop(names[k], "ahead") for k in sorted(coming, key=order.index)]


def _ahead(procedure: Procedure, row: Record, stage: str, known: set[str]) -> set[str]:
    """The stages that usually follow, by steps meant for the row.

    Nothing is drawn beyond a stage where nothing waits: no document in force is shown as about
    to be repealed.
    """
    found: set[str] = set()
    waiting = [stage]
    while waiting:
        here = waiting.pop()
        if procedure.stage(here).rests:
            continue
        for transition in procedure.transitions:
            new = here in transition.starts and transition.after not in found | known
            if new and transition.decides(row):
                found.add(transition.after)
                waiting.append(transition.after)
    return found
