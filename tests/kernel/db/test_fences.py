"""Fences are made from the models, stand around every migration, and are missed when gone."""

import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations import Migration

from tests.kernel.db.rows import make_entry, make_office
from zhunsheng.kernel.db import fences
from zhunsheng.kernel.db.errors import FenceMissingError, UnfenceableError
from zhunsheng.kernel.db.fence_kind import Fence


def _tables() -> set[str]:
    found = apps.get_models()
    return {m._meta.db_table for m in found if getattr(m, "fence", Fence.NONE) != Fence.NONE}


@pytest.mark.django_db
def test_every_fenced_model_has_its_triggers() -> None:
    names = set(fences.statements(connection))
    assert _tables() >= {"kernel_item", "kernel_version", "kernel_entry", "kernel_occasion"}
    for table in _tables():
        for operation in ("delete", "update"):
            assert fences.name_of(table, operation) in names
    assert fences.missing(connection) == ()
    assert fences.require(connection) == fences.count(connection) == len(names)


@pytest.mark.django_db
def test_dropping_finds_what_the_catalogue_holds_and_installing_makes_all_anew() -> None:
    stood = fences.count(connection)
    assert fences.drop(connection) == stood
    assert fences.count(connection) == 0
    assert len(fences.missing(connection)) >= stood
    assert fences.install(connection) == stood
    assert fences.install(connection) == stood
    assert fences.missing(connection) == ()


@pytest.mark.django_db
def test_a_fence_of_a_table_no_model_knows_is_dropped_too() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bygone (id integer)")
        if connection.vendor == "sqlite":
            body = "BEGIN SELECT 1; END"
        else:
            body = "FOR EACH ROW EXECUTE FUNCTION fence_refuse()"
        cursor.execute(f"CREATE TRIGGER fence_bygone_update BEFORE UPDATE ON bygone {body}")
    stood = fences.count(connection)
    assert fences.drop(connection) == stood
    assert fences.install(connection) == stood - 1


@pytest.mark.django_db
def test_one_missing_fence_is_named_in_both_languages() -> None:
    name = "fence_kernel_entry_delete"
    on = " ON kernel_entry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")
    assert fences.missing(connection) == (name,)
    with pytest.raises(FenceMissingError) as refused:
        fences.require(connection)
    assert refused.value.code == "FENCE_MISSING"
    assert name in refused.value.zh
    assert "migrate" in refused.value.zh
    assert name in refused.value.en


@pytest.mark.django_db
def test_a_fence_of_the_same_name_that_lets_everything_through_is_seen() -> None:
    name = "fence_kernel_entry_delete"
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE DELETE ON kernel_entry BEGIN SELECT 1; END"
            )
        else:
            cursor.execute(f"ALTER TABLE kernel_entry DISABLE TRIGGER {name}")
    assert fences.missing(connection) == (name,)


@pytest.mark.django_db
def test_a_function_that_lets_everything_through_is_seen() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL's fences call functions")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION fence_refuse() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN RETURN NULL; END $$"
        )
    assert fences.missing(connection) == ("fence_refuse()",)


@pytest.mark.usefixtures("ledgers")
def test_a_table_can_be_altered_between_the_signals_and_is_fenced_afterwards() -> None:
    entry = make_entry(make_office())
    stood = fences.count(connection)
    emit_pre_migrate_signal(
        0, False, connection.alias, plan=[(Migration("0002_next", "kernel"), False)]
    )
    assert fences.count(connection) == 0
    # SQLite rebuilds kernel_item for this, a table that every versioned table's fence names.
    new = models.CharField(max_length=81)
    new.set_attributes_from_name("kind")
    item = apps.get_model("kernel", "Item")
    old = item._meta.get_field("kind")
    assert isinstance(old, models.Field)
    with connection.schema_editor() as editor:
        editor.alter_field(item, old, new)
        editor.alter_field(item, new, old)
    emit_post_migrate_signal(0, False, connection.alias)
    assert fences.count(connection) == stood
    assert fences.missing(connection) == ()
    with pytest.raises(IntegrityError):
        entry.delete()


@pytest.mark.django_db
def test_fences_stay_up_when_there_is_nothing_to_migrate() -> None:
    stood = fences.count(connection)
    emit_pre_migrate_signal(0, False, connection.alias, plan=[])
    assert fences.count(connection) == stood


def test_long_names_fit_postgresql_and_stay_apart() -> None:
    table = "regime_with_a_long_name_" + "register_of_something_" * 3
    names = {fences.name_of(table + end, "update") for end in ("a", "b", "台账" * 20)}
    assert len(names) == 3
    assert all(len(name.encode()) <= 63 and name.startswith("fence_") for name in names)
    assert fences.name_of("kernel_item", "update") == "fence_kernel_item_update"


@pytest.mark.django_db
def test_a_versioned_model_without_item_and_version_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = apps.get_model("sessions", "Session")
    monkeypatch.setattr(session, "fence", Fence.VERSIONED, raising=False)
    with pytest.raises(UnfenceableError, match="django_session") as refused:
        fences.statements(connection)
    assert "item_id" in refused.value.zh


@pytest.mark.django_db
def test_installing_is_all_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    stood = fences.count(connection)
    made = {**fences.statements(connection), "fence_broken": "CREATE TRIGGER nonsense"}
    monkeypatch.setattr(fences, "statements", lambda _: made)
    with pytest.raises(Exception, match=r"syntax|incomplete"), transaction.atomic():
        fences.install(connection)
    assert fences.count(connection) == stood
