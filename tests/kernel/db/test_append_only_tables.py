"""No SQL changes, deletes or replaces a stored row of an append-only table."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from tests.kernel.db.rows import Office, make_entry
from zhunsheng.kernel.trail.models import Entry

_COLUMNS = "agency_id, sequence, action, actor, at, payload, digest"
_FORGED = "agency_id, sequence, 'forged', actor, at, payload, digest"
_COPY = f"INTO kernel_entry (id, {_COLUMNS}) SELECT id, {_FORGED} FROM kernel_entry WHERE true"
_TWIN = f"INTO kernel_entry ({_COLUMNS}) SELECT {_FORGED} FROM kernel_entry WHERE true"

_ANYWHERE = (
    "UPDATE kernel_entry SET action = 'forged'",
    "UPDATE kernel_entry SET id = id + 1000",
    "DELETE FROM kernel_entry",
    "DELETE FROM kernel_entry WHERE sequence = 1",
    f"INSERT {_COPY} ON CONFLICT (id) DO UPDATE SET action = excluded.action",
    f"INSERT {_TWIN} ON CONFLICT (agency_id, sequence) DO UPDATE SET action = excluded.action",
    f"INSERT {_TWIN}",
)
_SQLITE = (
    f"REPLACE {_COPY}",
    f"REPLACE {_TWIN}",
    f"INSERT OR REPLACE {_COPY}",
    f"INSERT OR REPLACE {_TWIN}",
    "UPDATE OR REPLACE kernel_entry SET sequence = 1",
    "UPDATE OR IGNORE kernel_entry SET action = 'forged'",
)
_POSTGRESQL = (
    "TRUNCATE kernel_entry",
    "TRUNCATE kernel_agency CASCADE",
    "WITH gone AS (DELETE FROM kernel_entry RETURNING id) SELECT * FROM gone",
    "SET LOCAL session_replication_role = replica; DELETE FROM kernel_entry",
)


def _stored() -> list[Any]:
    return list(Entry.objects.order_by("id").values())


@pytest.mark.parametrize("sql", _ANYWHERE + _SQLITE + _POSTGRESQL)
def test_stored_entries_stay_as_they_are(office: Office, sql: str) -> None:
    if connection.vendor != "sqlite" and sql in _SQLITE:
        pytest.skip("SQLite's own SQL")
    if connection.vendor != "postgresql" and sql in _POSTGRESQL:
        pytest.skip("PostgreSQL's own SQL")
    make_entry(office, 1)
    make_entry(office, 2)
    before = _stored()
    connection.check_constraints()  # PostgreSQL truncates nothing with checks pending
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert _stored() == before


def test_django_itself_is_refused_too(office: Office) -> None:
    entry = make_entry(office)
    entry.action = "forged"
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.all().delete()
    assert [row["action"] for row in _stored()] == ["draft"]


def test_new_entries_are_added_one_by_one_and_many_at_once(office: Office) -> None:
    make_entry(office, 1)
    proto = Entry(agency=office.agency, action="draft", actor="r", at=_stored()[0]["at"])
    Entry.objects.bulk_create(
        [
            Entry(agency=proto.agency, sequence=n, action="draft", actor="r", at=proto.at)
            for n in range(2, 52)
        ]
    )
    assert Entry.objects.count() == 51


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("UPDATE kernel_entry SET action = 'forged'", "FENCE_UPDATE"),
        ("DELETE FROM kernel_entry", "FENCE_DELETE"),
    ],
)
def test_the_refusal_names_table_and_rule_in_both_languages(
    office: Office, sql: str, rule: str
) -> None:
    make_entry(office)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        connection.cursor().execute(sql)
    message = str(refused.value)
    assert f"kernel_entry [{rule}]" in message
    assert "不得" in message  # must not
    assert "never" in message
