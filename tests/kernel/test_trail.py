"""The trail: whatever is changed behind the product's back is found, and named by its place."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.kernel.tampering import behind_the_fences, broken, rows, sealed_record, verified
from tests.kernel.test_acts import VALUES
from zhunsheng.kernel.digest import canonical, sm3
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Chain, Seal
from zhunsheng.kernel.trail.seal import seal


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


@pytest.fixture
def record(bureau: Bureau) -> Occasion:
    return sealed_record(bureau)


@pytest.mark.django_db
def test_an_untouched_trail_holds_and_counts_what_it_verified(
    bureau: Bureau, record: Occasion
) -> None:
    result = verified(files=True)
    assert result.holds
    assert (result.chains, result.entries, result.versions, result.rows) == (1, 3, 2, 1)
    assert (result.files, result.seals) == (1, 1)
    chain = Chain.objects.get(agency=bureau.agency)
    assert result.heads == {bureau.agency.code: (chain.length, chain.head)}


@pytest.mark.django_db
def test_a_changed_row_is_found_with_its_field(record: Occasion) -> None:
    behind_the_fences("UPDATE kernel_occasion SET led_by = %s", "副局长")
    assert broken(verified()) == [
        (f"kernel.occasion {record.pk} led_by", "the row is not what its last version says")
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [("held_on", "2024-03-07"), ("team_present", True), ("standing", "draft"), ("version", 7)],
)
def test_a_field_of_any_kind_is_compared(record: Occasion, column: str, value: str | int) -> None:
    behind_the_fences(f"UPDATE kernel_occasion SET {column} = %s", value)
    assert (f"kernel.occasion {record.pk} {column}") in [b.where for b in verified().broken]


@pytest.mark.django_db
def test_a_deleted_row_is_found(record: Occasion) -> None:
    behind_the_fences("DELETE FROM kernel_occasion")
    assert broken(verified()) == [
        (f"kernel.occasion {record.pk}", "the row is gone from its register")
    ]


@pytest.mark.django_db
def test_a_changed_version_is_found(record: Occasion) -> None:
    behind_the_fences("UPDATE kernel_version SET data = %s WHERE number = 1", '{"title":"假"}')
    assert (f"item {record.pk} v1", "a version does not fit its digest") in broken(verified())


@pytest.mark.django_db
def test_a_version_changed_with_its_digest_no_longer_fits_its_entry(
    bureau: Bureau, record: Occasion
) -> None:
    data = canonical({"title": "假"})  # forged
    behind_the_fences(
        "UPDATE kernel_version SET data = %s, digest = %s WHERE number = 1",
        data,
        sm3(data.encode()),
    )
    assert broken(verified()) == [
        (f"{bureau.agency.code}#1", "the versions are not those of the entry")
    ]


@pytest.mark.django_db
def test_a_deleted_version_is_found(bureau: Bureau, record: Occasion) -> None:
    behind_the_fences("DELETE FROM kernel_version WHERE number = 1")
    assert (f"{bureau.agency.code}#1", "the versions are not those of the entry") in broken(
        verified()
    )


@pytest.mark.django_db
def test_a_changed_entry_is_found(bureau: Bureau, record: Occasion) -> None:
    (payload,) = next(rows("SELECT payload FROM kernel_entry WHERE sequence = 2"))
    forged = payload.replace("bureau-recorder", "bureau-head")
    assert forged != payload
    behind_the_fences("UPDATE kernel_entry SET payload = %s WHERE sequence = 2", forged)
    assert broken(verified()) == [
        (f"{bureau.agency.code}#2", "the entry's content does not fit its digest")
    ]


@pytest.mark.django_db
def test_an_entry_forged_with_its_digest_breaks_the_chain_behind_it(
    bureau: Bureau, record: Occasion
) -> None:
    (payload,) = next(rows("SELECT payload FROM kernel_entry WHERE sequence = 2"))
    forged = canonical({**json.loads(payload), "actor": "nobody"})
    behind_the_fences(
        "UPDATE kernel_entry SET payload = %s, digest = %s WHERE sequence = 2",
        forged,
        sm3(forged.encode()),
    )
    assert broken(verified()) == [
        (f"{bureau.agency.code}#3", "the chain is broken before this entry")
    ]


@pytest.mark.django_db
def test_an_entry_taken_out_of_the_middle_is_found(bureau: Bureau, record: Occasion) -> None:
    behind_the_fences("DELETE FROM kernel_entry WHERE sequence = 2")
    assert (f"{bureau.agency.code}#3", "the chain is broken before this entry") in broken(
        verified()
    )


@pytest.mark.django_db
def test_a_chain_whose_end_is_cut_off_is_found_by_its_head(
    bureau: Bureau, record: Occasion
) -> None:
    behind_the_fences("DELETE FROM kernel_entry WHERE sequence = 3")
    found = broken(verified())
    assert (bureau.agency.code, "the chain's head is not its last entry") in found
    assert (f"item {record.pk}", "a version without entry") in found


@pytest.mark.django_db
def test_a_chain_cut_back_with_its_head_is_found_by_the_seal(
    bureau: Bureau, record: Occasion
) -> None:
    (digest,) = next(rows("SELECT digest FROM kernel_entry WHERE sequence = 2"))
    behind_the_fences("DELETE FROM kernel_entry WHERE sequence = 3")
    behind_the_fences("UPDATE kernel_chain SET length = 2, head = %s", digest)
    assert (f"seal 1 {bureau.agency.code}", "a chain was cut back") in broken(verified())


@pytest.mark.django_db
def test_history_rewritten_behind_a_seal_is_found_by_the_seal(
    bureau: Bureau, record: Occasion
) -> None:
    """Somebody forges the last entry of a seal and chains a new one to the forged one."""
    draft(
        Occasion,
        VALUES | {"title": "办公会议"},  # an office meeting
        by=bureau.persons["recorder"],
        division=bureau.divisions["rnd"],
    )
    _rewrite(bureau, 3, lambda content: {**content, "reason": "forged"})
    assert broken(verified()) == [
        (f"seal 1 {bureau.agency.code}#3", "the sealed entry is no longer the one there was")
    ]


def _rewrite(
    bureau: Bureau, first: int, change: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    """The entry changed, and everything behind it chained anew, head included."""
    query = "SELECT sequence, payload FROM kernel_entry WHERE sequence >= {} ORDER BY sequence"
    previous = None
    for sequence, payload in rows(query.format(first)):
        content = json.loads(payload)
        content = change(content) if sequence == first else {**content, "previous": previous}
        text = canonical(content)
        previous = sm3(text.encode())
        behind_the_fences(
            "UPDATE kernel_entry SET payload = %s, digest = %s WHERE sequence = %s",
            text,
            previous,
            sequence,
        )
    behind_the_fences("UPDATE kernel_chain SET head = %s", previous)


@pytest.mark.django_db
def test_seals_are_chained_in_turn(bureau: Bureau, record: Occasion) -> None:
    second = seal("issue")
    assert json.loads(second.payload)["previous"] == Seal.objects.get(sequence=1).digest
    assert verified().seals == 2
    behind_the_fences("UPDATE kernel_seal SET payload = '{}' WHERE sequence = 1")
    assert ("seal 1", "the seals are broken here") in broken(verified())


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "no json", "[1]", "null"])
@pytest.mark.parametrize(
    ("table", "column"), [("entry", "payload"), ("version", "data"), ("seal", "payload")]
)
def test_rubbish_in_a_column_is_a_finding_and_no_crash(
    record: Occasion, table: str, column: str, text: str
) -> None:
    behind_the_fences(f"UPDATE kernel_{table} SET {column} = %s", text)
    assert not verified().holds


@pytest.mark.django_db
def test_a_column_added_since_is_empty_in_older_versions(bureau: Bureau, record: Occasion) -> None:
    """As after an upgrade: the versions before it know nothing of the new column."""
    draft(
        Occasion,
        VALUES | {"title": "办公会议"},  # an office meeting, recorded since
        by=bureau.persons["recorder"],
        division=bureau.divisions["rnd"],
    )
    query = "SELECT data FROM kernel_version WHERE item_id = {} AND number = 2"
    (data,) = next(rows(query.format(record.pk)))
    older = {k: v for k, v in json.loads(data).items() if k != "present"}
    sql = "UPDATE kernel_version SET data = %s WHERE item_id = %s AND number = 2"
    behind_the_fences(sql, canonical(older), record.pk)
    assert not any("present" in b.where for b in verified().broken)
    behind_the_fences("UPDATE kernel_occasion SET present = 'x' WHERE item_id = %s", record.pk)
    assert any("present" in b.where for b in verified().broken)


@pytest.mark.django_db
def test_a_row_smuggled_in_without_a_version_is_found(bureau: Bureau, record: Occasion) -> None:
    behind_the_fences("DELETE FROM kernel_version")
    found = broken(verified())
    assert (f"kernel.occasion {record.pk}", "a row without any version") in found
