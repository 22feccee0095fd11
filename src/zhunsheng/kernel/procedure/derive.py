"""The steps an imported row shows to have been taken, from the dates it carries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zhunsheng.kernel.procedure.table import Procedure, Transition


@dataclass(frozen=True, slots=True)
class Derived:
    """One step read from a row: from which stage, on which day."""

    transition: Transition
    before: str
    on: date


def derive(procedure: Procedure, row: Any) -> tuple[str, tuple[Derived, ...]]:
    """(the stage the row has reached, the steps that led there in the table's order).

    The dates' own order is not judged here: a step dated before the one it follows is for the
    guards, which make it an irregularity.
    """
    stage = procedure.initial
    steps = []
    for transition in procedure.transitions:
        on = getattr(row, transition.dated_by, None) if transition.dated_by else None
        if on is None or (transition.taken and not transition.taken(row)):
            continue
        steps.append(Derived(transition, stage, on))
        stage = transition.after
    return stage, tuple(steps)
