"""The steps an imported row shows to have been taken, from the dates it carries."""

from collections.abc import Iterator
from copy import copy
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
    guards, which make it an irregularity. A step that is not for such a row leads nowhere.
    """
    stage = procedure.initial
    steps = []
    for transition, on in _shown(procedure, row):
        if _meant_for(transition, row):
            steps.append(Derived(transition, stage, on))
            stage = transition.after
    return stage, tuple(steps)


def unmeant(procedure: Procedure, row: Any) -> dict[str, Transition]:
    """The date fields filled in for a step that is not for such a row, each with that step."""
    named: dict[str, Transition] = {}
    meant = set()
    for transition, _ in _shown(procedure, row):
        named.setdefault(transition.dated_by, transition)
        if _meant_for(transition, row):
            meant.add(transition.dated_by)
    return {name: transition for name, transition in named.items() if name not in meant}


def _shown(procedure: Procedure, row: Any) -> Iterator[tuple[Transition, date]]:
    for transition in procedure.transitions:
        on = getattr(row, transition.dated_by, None) if transition.dated_by else None
        if on is not None and (transition.taken is None or transition.taken(row)):
            yield transition, on


def _meant_for(transition: Transition, row: Any) -> bool:
    """Asked of the row as it stood before: a step may be only for those that have not taken it."""
    if transition.applies is None:
        return True
    before = copy(row)
    for name in transition.sets:
        setattr(before, name, None)
    return transition.applies(before)
