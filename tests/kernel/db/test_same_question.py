"""One question put to many registers asks each of them what it would be asked apart."""

from collections.abc import Mapping
from datetime import date

import pytest
from django.db import connection
from django.db.models import DateField, Exists, OuterRef, Q, QuerySet
from django.test.utils import CaptureQueriesContext

from tests.desk.people import DOCUMENT
from zhunsheng.desk.search import texts_of
from zhunsheng.kernel.access.visible import seen_alike, visible
from zhunsheng.kernel.db.many import SHARED, TEXTS, Same, newest, newest_with_texts
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.record.models import Record, Standing, Version
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.regimes.counsel.models import GovernmentLawyer
from zhunsheng.regimes.norms.models import NormativeDocument

DAY = date(2025, 1, 20)


def statements(asked: Mapping[str, QuerySet[Record] | Same]) -> list[str]:
    """What the database is asked."""
    with CaptureQueriesContext(connection) as captured:
        newest(asked, 20)
    return [query["sql"] for query in captured]


@pytest.mark.parametrize(
    "role", ["recorder", "head", "legal_officer", "office", "principal", "team", "adviser"]
)
def test_it_asks_each_register_what_it_would_be_asked_apart(db: None, role: str) -> None:
    person = make_bureau().persons[role]
    back = Version.objects.filter(item_id=OuterRef("pk"), number=OuterRef("version"), by=person)
    wanted = Q(Exists(back), standing=Standing.DRAFT) | (
        Q(item__batch__isnull=True) & ~Q(recorded_by=person)
    )
    registers = list(registry().registers())
    apart = {r.kind: visible(person, r.of, on=DAY).filter(wanted) for r in registers}
    rules = {seen_alike(person, r.of, on=DAY): apart[r.kind] for r in registers}
    together = {r.kind: Same(rules[seen_alike(person, r.of, on=DAY)], r.of) for r in registers}
    assert statements(together) == statements(apart)
    assert len(registers) > 40
    if role != "adviser":
        assert len(rules) <= 2


def test_a_column_of_another_name_is_asked_under_its_own(db: None) -> None:
    linked = Link.objects.filter(source=OuterRef("pk"))

    def dated(register: Register) -> QuerySet[Record]:
        month = Q(**{f"{register.dated_by}__range": (date(2024, 6, 1), date(2024, 6, 30))})
        return register.of._default_manager.filter(month | Q(Exists(linked)), division_id=1)

    registers = [r for r in registry().registers() if has_day(r)]
    first, *others = registers
    one, day = dated(first), first.dated_by
    together = {r.kind: Same(one, r.of, ((day, r.dated_by),)) for r in registers}
    assert statements(together) == statements({r.kind: dated(r) for r in registers})
    assert any(r.dated_by != day for r in others)


def test_words_are_looked_for_in_the_columns_that_each_register_has(db: None) -> None:
    registers = list(registry().registers())
    rows = registers[0].of._default_manager.alias(words=TEXTS).filter(words__contains="科技")
    texts = {r.kind: texts_of(r) for r in registers}
    asked = {r.kind: Same(rows, r.of, texts=texts[r.kind]) for r in registers}
    with CaptureQueriesContext(connection) as captured:
        assert not any(newest_with_texts(asked, 10).values())
    (sql,) = [query["sql"] for query in captured]
    assert "TEXTS_OF" not in sql
    for register in registers:
        table = register.of._meta.db_table
        # Shown, and looked through: each column twice.
        assert all(sql.count(f'COALESCE("{table}"."{n}"') == 2 for n in texts[register.kind])


def test_a_row_comes_whole_wherever_its_columns_stand(db: None) -> None:
    bureau = make_bureau()
    put = (
        bureau.put(GovernmentLawyer, title="顾闻", certificate="1号", since_on=DAY),
        bureau.put(NormativeDocument, **DOCUMENT),
    )
    for row in put:  # the first has a title of its own name, declared after the common columns
        ((read,),) = newest({1: type(row)._default_manager.all()}, 5).values()
        with CaptureQueriesContext(connection) as further:
            values = [getattr(read, name) for name in SHARED]
        assert values == [getattr(row, name) for name in SHARED]
        assert len(further) == 0


def has_day(register: Register) -> bool:
    own = {field.name: field for field in register.of._meta.get_fields()}
    return isinstance(own.get(register.dated_by), DateField)
