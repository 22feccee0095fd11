"""Any row of the model year taken out moves the figures it feeds, by what it fed, and no others."""

from collections.abc import Iterable
from decimal import Decimal
from random import Random

import pytest
from django.db import transaction
from django.db.models import Q

from conftest import LONG
from tests.examples import model_year
from zhunsheng.kernel.duty.refresh import decided_by
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.definition import Count, Figure, Rate, Stock, Sum, Total
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.rows import parts_of, rows_of
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.registry import registry

pytestmark = pytest.mark.django_db
#: Rows drawn from each register.
DRAWN = 12 if LONG else 1


def test_a_row_taken_out_moves_only_the_figures_it_feeds() -> None:
    agency = model_year.load_all()
    scope = Scope(agency.pk, 2024)
    before = facts(scope)
    random = Random() if LONG else Random(2024)
    moved = set()
    for register in used_by(agency.pk).registers():
        rows = register.of._default_manager.filter(standing=Standing.CONFIRMED).order_by("pk")
        keys = list(rows.values_list("pk", flat=True))
        for pk in random.sample(keys, min(DRAWN, len(keys))):
            moved |= _taken_out(rows.get(pk=pk), scope, before)
    assert len(moved) > 100  # of some three hundred: the rows drawn fed something
    assert facts(scope) == before


def _taken_out(row: Record, scope: Scope, before: dict[str, Fact]) -> set[str]:
    """The figures that moved, each found to have moved rightly."""
    saved = transaction.savepoint()  # an action of the kernel is no inner block of another
    voided = void(row, by=Person.objects.get(username="shensiqi"), reason="抽查")
    after = facts(scope)
    told = f"{row._meta.label} {row.title}"
    moved = {key for key, fact in after.items() if fact.value != before[key].value}
    rows_now = {key: _rows(key, scope) for key in moved if registry().figures()[key].of}
    transaction.savepoint_rollback(saved)
    near, kinds = _near(voided), {type(one) for one in voided}
    for key, now in rows_now.items():
        assert now ^ _rows(key, scope) <= near, f"{told}: {key}"
    for key, figure in used_by(scope.agency_id).figures().items():
        if figure.of is None:
            _rests_on_its_parts(figure, after, moved, told)
        elif figure.among is not None:
            continue
        elif key not in moved:
            assert not _fed(figure, voided, scope), f"{told}: {key} stands still"
        elif figure.of in kinds and isinstance(figure.measure, Count | Stock | Sum):
            fallen = before[key].value - after[key].value  # type: ignore[operator]
            assert fallen == _fed(figure, voided, scope), f"{told}: {key}"
    return moved


def _rests_on_its_parts(figure: Figure, after: dict[str, Fact], moved: set[str], told: str) -> None:
    """A rate or a total moves only with what it is made of."""
    assert isinstance(figure.measure, Rate | Total)
    if figure.key in moved:
        assert moved & set(parts_of(figure)), f"{told}: {figure.key}"
    if isinstance(figure.measure, Total):
        parts = [after[key].value or Decimal(0) for key in parts_of(figure)]
        assert after[figure.key].value == sum(parts)


def _fed(figure: Figure, voided: Iterable[Record], scope: Scope) -> int:
    """What the rows gave the figure; 0 for a count of different values, which may stay."""
    pks = [row.pk for row in voided if type(row) is figure.of]
    if not pks:
        return 0
    rows = rows_of(figure, scope).filter(pk__in=pks)
    if isinstance(figure.measure, Count | Stock):
        return rows.count()
    if isinstance(figure.measure, Sum):
        return sum(getattr(row, figure.measure.of) or 0 for row in rows)
    return 0


def _rows(key: str, scope: Scope) -> set[int]:
    return set(rows_of(registry().figures()[key], scope).values_list("pk", flat=True))


def _near(rows: Iterable[Record]) -> set[int]:
    """The rows, those they name, those that name them, those linked to them, and whose duties
    they decide without naming them: a quarter's session meets the quarter's task.
    """
    found = {row.pk for row in rows}
    decided = {owing.pk for row in rows for owing in decided_by(type(row), {row.agency_id})}
    links = Link.objects.filter(Q(source_id__in=found) | Q(target_id__in=found))
    near = {pk for pair in links.values_list("source_id", "target_id") for pk in pair}
    for register in registry().registers():
        for field in register.of._meta.concrete_fields:
            target = field.related_model
            if isinstance(target, type) and issubclass(target, Record):
                name = field.attname
                named = Q(pk__in=found) | Q(**{f"{name}__in": found})
                pairs = register.of._default_manager.filter(named).values_list("pk", name)
                near |= {pk for pair in pairs for pk in pair if pk is not None}
    return found | near | decided
