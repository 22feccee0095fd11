"""Random acts by random persons: no procedure lets one past a rule that binds."""

import functools
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import LONG
from tests.regimes import made_up
from zhunsheng.kernel import clock
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.errors import InvalidError, KernelError
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import ATTESTABLE, Role
from zhunsheng.kernel.procedure.errors import StepRefusedError
from zhunsheng.kernel.procedure.judge import context_of
from zhunsheng.kernel.procedure.models import Irregularity, Step
from zhunsheng.kernel.procedure.perform import Taking, perform
from zhunsheng.kernel.procedure.table import Kept, Procedure, Transition
from zhunsheng.kernel.record.models import Version
from zhunsheng.kernel.registry import law, registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.statute.law import Confidence

pytestmark = pytest.mark.django_db
#: Steps of one row, and rows a procedure: 500 acts, and 10,000 in the long run.
ACTS, WALKS = 50, 200 if LONG else 10


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule found broken by asking the guards one by one, without the code under test."""

    rule: str
    blocks: bool
    needs_reason: bool
    unproven: bool


def broken(record: Any, transition: Transition, on: date) -> dict[str, Broken]:
    fields = {f.attname: getattr(record, f.attname) for f in record._meta.concrete_fields}
    found = {}
    for guard in transition.guards:
        rule = law().in_force(guard.rule, on)
        if rule is None:
            continue
        state = guard.test(record, context_of(record, on)).state
        if state in (Kept.FAILED, Kept.UNPROVEN):
            blocks = rule.blocks(fields)
            found[guard.rule] = Broken(
                guard.rule,
                blocks,
                not blocks and rule.confidence == Confidence.VERIFIED,
                state == Kept.UNPROVEN,
            )
    return found


def of_both_days(record: Any, transition: Transition, taking: Taking) -> dict[str, Broken]:
    """A step still to be taken is judged by its own day and by today."""
    then = broken(record, transition, taking.on)
    if taking.already_taken or taking.on == clock.today():
        return then
    return broken(record, transition, clock.today()) | then


def drawn(random: Random, transition: Transition, persons: list[Person], scan: File) -> Taking:
    """How somebody might try it: mostly somebody who may, often not."""
    fit = [p for p in persons if _roles(p) & set(transition.actors)]
    by = random.choice(fit if fit and random.random() < 0.8 else persons)
    other = random.choice(persons) if random.random() < 0.4 else None
    fields = {f.name: f for f in registry().model(_kind(transition))._meta.concrete_fields}
    values = {
        name: made_up.value(fields[name], random)
        for name in transition.shows
        if random.random() < 0.7 and fields[name].related_model is None
    }
    return Taking(
        by=by,
        on=clock.today() - timedelta(days=random.choice([0, 0, 0, 1, 20, 90, -1])),
        attested_by=other,
        evidence=scan if random.random() < 0.6 else None,
        values=values,
        already_taken=random.random() < 0.3,
        confirmed_by=random.choice(persons) if random.random() < 0.6 else None,
        reasons={g.rule: "经研究确有必要" for g in transition.guards if random.random() < 0.6},
        reasoned_by=random.choice(persons) if random.random() < 0.8 else None,
        not_applicable="不涉及" if random.random() < 0.1 else "",
    )


def _kind(transition: Transition) -> str:
    return next(
        p.of._meta.label_lower for p in registry().procedures() if transition in p.transitions
    )


@functools.cache
def _roles(person: Person) -> frozenset[Role]:
    """A bureau of the tests keeps its posts for good."""
    return frozenset(held.role for held in roles_of(person, date(2024, 6, 3)))


@pytest.mark.parametrize("procedure", registry().procedures(), ids=lambda p: str(p.key))
def test_no_act_passes_a_binding_rule_and_none_is_forgotten(procedure: Procedure) -> None:
    _roles.cache_clear()
    bureau = make_bureau(regimes=tuple(registry().regimes))
    scan = store("签批件.pdf", b"%PDF-1.4 signed")
    taken: set[str] = set()

    @settings(
        max_examples=WALKS,
        deadline=None,
        database=None,
        derandomize=not LONG,  # ten walks are few: drawn anew, they might all stand still
        phases=(Phase.generate,),  # a shorter seed is no simpler walk
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.integers(min_value=0, max_value=2**32))
    def walk(seed: int) -> None:
        random = Random(seed)
        noon = datetime.combine(made_up.day(random) + timedelta(days=120), time(12))
        with standing_at(timezone.make_aware(noon)):
            row = made_up.row(bureau, procedure.of, random)
            for _ in range(ACTS):
                taken.update(_one_act(row, procedure, random, bureau, scan))

    walk()
    assert taken, "a walk that never gets anywhere proves nothing"


def _one_act(
    row: Any, procedure: Procedure, random: Random, bureau: Bureau, scan: File
) -> set[str]:
    persons = list(bureau.persons.values())
    row.refresh_from_db()
    open_ = procedure.open_to(row)
    likely = open_ if open_ and random.random() < 0.8 else procedure.transitions
    transition = random.choice(likely)
    taking = drawn(random, transition, persons, scan)
    was = (row.version, row.stage)
    entries = Entry.objects.count()
    try:
        step = perform(row, transition.key, taking)
    except StepRefusedError as refusal:
        found = of_both_days(_as_if(row, transition, taking), transition, taking)
        open_rules = {
            b.rule
            for b in found.values()
            if b.blocks or (b.needs_reason and not taking.reasons.get(b.rule))
        }
        assert {o.rule for o in refusal.objections} == open_rules != set()
        _nothing_changed(row, was)
        _in_the_trail(entries, transition)
        return set()
    except InvalidError:
        _nothing_changed(row, was)  # a mistyped value is no refusal of the act
        assert Entry.objects.count() == entries
        return set()
    except KernelError:
        _nothing_changed(row, was)
        _in_the_trail(entries, transition)
        return set()
    _rightly_taken(row, step, transition, taking, open_)
    assert (row.version, row.stage) == (was[0] + 1, transition.after)
    assert Entry.objects.count() == entries + 1
    return {transition.key}


def _as_if(row: Any, transition: Transition, taking: Taking) -> Any:
    """The row as it would stand after the step that was refused."""
    fresh = type(row)._default_manager.get(pk=row.pk)
    if transition.sets and not taking.not_applicable:
        setattr(fresh, transition.sets[0], taking.on)
    for name, given_ in taking.values.items():
        setattr(fresh, name, given_)
    return fresh


def _nothing_changed(row: Any, was: tuple[int, str]) -> None:
    stored = type(row)._default_manager.get(pk=row.pk)
    assert (stored.version, stored.stage) == was
    assert Version.objects.filter(item_id=row.pk).count() == was[0]


def _in_the_trail(entries: int, transition: Transition) -> None:
    last = Entry.objects.order_by("-pk").first()
    assert last is not None
    assert (Entry.objects.count(), last.action) == (entries + 1, f"refused:{transition.key}")


def _rightly_taken(
    row: Any, step: Step, transition: Transition, taking: Taking, open_: tuple[Transition, ...]
) -> None:
    assert transition in open_
    assert taking.on <= clock.today()
    held = _roles(taking.by) & set(transition.actors)
    assert held
    if taking.attested_by and taking.attested_by != taking.by:
        assert taking.evidence
        assert held & ATTESTABLE or taking.already_taken
    if taking.already_taken:
        assert taking.evidence
        assert taking.confirmed_by
        assert Role.LEGAL_OFFICER in _roles(taking.confirmed_by)
        assert taking.confirmed_by not in (taking.by, taking.attested_by)
    found = of_both_days(type(row)._default_manager.get(pk=row.pk), transition, taking)
    left = {i.rule: i for i in Irregularity.objects.filter(step=step)}
    if taking.already_taken:
        assert left.keys() == {b.rule for b in found.values() if not b.unproven}
    else:
        assert not [b for b in found.values() if b.blocks]
        assert left.keys() == found.keys()
        for rule, b in found.items():
            if b.needs_reason:
                assert left[rule].reason
                assert taking.reasoned_by
                assert Role.LEGAL_OFFICER in _roles(taking.reasoned_by)
