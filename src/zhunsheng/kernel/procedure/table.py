"""Procedures as tables: stages, transitions, guards; a regime's file holds one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from zhunsheng.kernel.link.offer import ROLES
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.models import Record
from zhunsheng.statute.calendar import Calendar
from zhunsheng.statute.pack import Law


class Kept(StrEnum):
    """How a guard finds its rule."""

    KEPT = "kept"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A guard's answer and its explanation in both languages."""

    state: Kept
    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a guard may look at beside the record: the day, law, calendar and links."""

    on: date
    law: Law
    calendar: Calendar
    has: Callable[[str], bool]
    offered: Callable[[str], bool]


def kept() -> Outcome:
    """The rule is kept."""
    return Outcome(Kept.KEPT)


def failed(zh: str, en: str) -> Outcome:
    """The rule is not kept, and why."""
    return Outcome(Kept.FAILED, zh, en)


def not_applicable(zh: str, en: str) -> Outcome:
    """The rule does not reach this record, and why."""
    return Outcome(Kept.NOT_APPLICABLE, zh, en)


Test = Callable[[Any, Context], Outcome]


@dataclass(frozen=True, slots=True)
class Guard:
    """A rule that must hold before a step: a test and the key of the rule it serves."""

    test: Test
    rule: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of a procedure; where it `rests`, nothing waits: later steps are exceptions."""

    key: str
    zh: str
    en: str
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Transition:
    """One step: from one of `before` to `after`, by `actor`, dating the fields of `sets`.

    `not_same_as` names earlier transitions (or "record") whose actor must be somebody else;
    `asks` names further fields the step's form shows, which no other form shows before the step is
    taken; `known` are those that may have been written down earlier; `dated_by` is the field that
    says, in an imported row, that the step was taken (default: the first of `sets`), and `taken`
    narrows that where several steps share a date field; `gives` are fields the step itself
    fills. A step with `applies` is only for the records it names: no other is offered it, and an
    imported row of another is refused its date. Where a step is `idle` it would decide nothing for
    the row as it stands: the desk does not offer it, though whoever takes or imports it may.
    """

    key: str
    before: str | tuple[str, ...]
    after: str
    zh: str
    en: str
    actor: Role | tuple[Role, ...]
    sets: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    gives: tuple[tuple[str, object], ...] = ()
    guards: tuple[Guard, ...] = ()
    not_same_as: tuple[str, ...] = ()
    taken: Callable[[Any], bool] | None = None
    applies: Callable[[Any], bool] | None = None
    idle: Callable[[Any], bool] | None = None

    def decides(self, record: Any) -> bool:
        """Whether it is for such a record, and decides something as the record stands."""
        return self.is_for(record) and (self.idle is None or not self.idle(record))

    def is_for(self, record: Any) -> bool:
        """Whether such a record may take it at all."""
        return self.applies is None or self.applies(record)

    @property
    def actors(self) -> tuple[Role, ...]:
        return self.actor if isinstance(self.actor, tuple) else (self.actor,)

    @property
    def starts(self) -> tuple[str, ...]:
        return self.before if isinstance(self.before, tuple) else (self.before,)

    @property
    def shows(self) -> tuple[str, ...]:
        """The further fields of the step's form."""
        return (*self.asks, *self.known)

    @property
    def dated_by(self) -> str:
        return self.sets[0] if self.sets else ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A register's procedure; its table yields buttons, diagram, reference and trail names."""

    key: str
    of: type[Record]
    zh: str
    en: str
    initial: str
    stages: tuple[Stage, ...]
    transitions: tuple[Transition, ...]

    @property
    def sets(self) -> frozenset[str]:
        """The fields only a step may set."""
        return frozenset(name for t in self.transitions for name in t.sets)

    def transition(self, key: str) -> Transition:
        return next(t for t in self.transitions if t.key == key)

    def stage(self, key: str) -> Stage:
        return next(s for s in self.stages if s.key == key)

    def open_to(self, record: Record) -> tuple[Transition, ...]:
        """The steps that begin where the record stands and are meant for it."""
        return tuple(t for t in self.transitions if record.stage in t.starts and t.is_for(record))

    def offered_to(self, record: Record) -> tuple[Transition, ...]:
        """Those of the open steps that decide something for it."""
        return tuple(t for t in self.open_to(record) if t.decides(record))

    def mermaid(self, lang: str = "zh") -> str:
        """The state diagram as Mermaid text."""
        name = {s.key: s.zh if lang == "zh" else s.en for s in self.stages}
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [f'    state "{name[s.key]}" as {s.key}' for s in self.stages]
        lines += [
            f"    {start} --> {t.after}: {t.zh if lang == 'zh' else t.en}"
            for t in self.transitions
            for start in t.starts
        ]
        return "\n".join(lines)


def unless_tabled(guard: Guard) -> Guard:
    """The same guard for the decision itself, where the row records no separate `tabled_on`."""

    def asked(record: Any, context: Context) -> Outcome:
        if record.tabled_on is not None:
            return not_applicable("已在提请审议时核对", "was asked when it was tabled")
        return guard.test(record, context)

    return Guard(asked, guard.rule)


def has(role: str) -> Test:
    """A guard's test: something plays the role for the record."""
    named = ROLES[role]

    def test(record: Record, context: Context) -> Outcome:
        if context.has(role):
            return kept()
        if not context.offered(role):
            return Outcome(
                Kept.UNPROVEN,
                f"尚未启用“{named[0]}”台账，无法核实",
                f"no register of a {named[1]} is in use here: it cannot be shown",
            )
        return failed(f"没有关联“{named[0]}”", f"no {named[1]} is linked")

    return test
