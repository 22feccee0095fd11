"""A register's row changes only together with its next version, whoever writes the SQL."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.kernel.db.rows import Office, make_item, make_occasion, store_version
from zhunsheng.kernel.occasion.models import Occasion

_NAMES = ", ".join(f.column for f in Occasion._meta.concrete_fields if f.column)
_FORGED = _NAMES.replace("title", "'forged'")
_COPY = f"INTO kernel_occasion ({_NAMES}) SELECT {_FORGED} FROM kernel_occasion WHERE true"

# Version 2 of the row is stored before each of these.
_ANYWHERE = (
    "UPDATE kernel_occasion SET title = 'forged'",
    "UPDATE kernel_occasion SET title = 'forged', version = version",
    "UPDATE kernel_occasion SET title = 'forged', version = version + 2",
    "UPDATE kernel_occasion SET title = 'forged', version = version - 1",
    "UPDATE kernel_occasion SET item_id = {other}",
    "UPDATE kernel_occasion SET item_id = {other}, version = version + 1",
    "DELETE FROM kernel_occasion",
    f"INSERT {_COPY} ON CONFLICT (item_id) DO UPDATE SET title = excluded.title",
    f"INSERT {_COPY}",
)
_SQLITE = (
    f"REPLACE {_COPY}",
    f"INSERT OR REPLACE {_COPY}",
    "UPDATE OR REPLACE kernel_occasion SET item_id = {other}, version = version + 1",
    "UPDATE OR REPLACE kernel_occasion SET rowid = rowid + 1, version = version + 1",
    "UPDATE OR IGNORE kernel_occasion SET title = 'forged'",
)
_POSTGRESQL = (
    "TRUNCATE kernel_occasion",
    "TRUNCATE kernel_item CASCADE",
    "CREATE TEMP TABLE kernel_version AS SELECT item_id, 3 AS number FROM kernel_occasion;"
    "UPDATE kernel_occasion SET title = 'forged', version = 3",
)


@pytest.mark.parametrize("sql", _ANYWHERE + _SQLITE + _POSTGRESQL)
def test_a_row_is_not_changed_without_its_next_version(office: Office, sql: str) -> None:
    if connection.vendor != "sqlite" and sql in _SQLITE:
        pytest.skip("SQLite's own SQL")
    if connection.vendor != "postgresql" and sql in _POSTGRESQL:
        pytest.skip("PostgreSQL's own SQL")
    row, other = make_occasion(office), make_item(office)
    store_version(office, row.item, 2)
    for number in (1, 2):
        store_version(office, other, number)
    before = list(Occasion.objects.values())
    connection.check_constraints()  # PostgreSQL truncates nothing with checks pending
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.replace("{other}", str(other.pk)))
    assert list(Occasion.objects.values()) == before


def test_the_next_version_must_be_stored_first(office: Office) -> None:
    row = make_occasion(office)
    change = Occasion.objects.filter(pk=row.pk)
    with pytest.raises(IntegrityError, match="FENCE_VERSION"), transaction.atomic():
        change.update(title="更正", version=2)
    store_version(office, row.item, 2)
    assert change.update(title="更正", version=2) == 1
    assert Occasion.objects.get().title == "更正"


def test_a_new_row_needs_its_own_version(office: Office) -> None:
    row = make_occasion(office)
    copy = Occasion.objects.get(pk=row.pk)
    copy.item = make_item(office)
    with pytest.raises(IntegrityError, match="FENCE_VERSION"), transaction.atomic():
        copy.save(force_insert=True)
    store_version(office, copy.item, 1)
    copy.save(force_insert=True)
    assert Occasion.objects.count() == 2


def test_many_rows_change_in_one_statement_each_with_its_version(office: Office) -> None:
    rows = [make_occasion(office) for _ in range(5)]
    for row in rows:
        row.title, row.version = "整批更正", 2
        store_version(office, row.item, 2)
    Occasion.objects.bulk_update(rows, ["title", "version"])
    assert set(Occasion.objects.values_list("title", "version")) == {("整批更正", 2)}


def test_one_row_without_its_version_stops_the_whole_statement(office: Office) -> None:
    rows = [make_occasion(office) for _ in range(3)]
    for row in rows[:2]:
        store_version(office, row.item, 2)
    with pytest.raises(IntegrityError, match="FENCE_VERSION"), transaction.atomic():
        Occasion.objects.update(title="整批更正", version=2)
    assert set(Occasion.objects.values_list("title", "version")) == {("党组会议", 1)}
