"""Many rows at once: identities nobody else gets, one statement, the fences watching."""

import pytest
from django.db import IntegrityError, transaction

from tests.kernel.db.rows import Office, make_item
from zhunsheng.kernel.db.bulk import insert, reserve
from zhunsheng.kernel.record.models import Item


def test_reserved_identities_are_given_to_nobody_else(office: Office) -> None:
    before = make_item(office)
    first, second = list(reserve(Item, 3)), list(reserve(Item, 2))
    after = make_item(office)
    keys = [before.pk, *first, *second, after.pk]
    assert len(set(keys)) == 7
    rows = [(key, "kernel.occasion", office.agency.pk) for key in first + second]
    insert(Item, ("id", "kind", "agency_id"), iter(rows))
    assert set(Item.objects.values_list("pk", flat=True)) == set(keys)


def test_the_first_identities_of_an_empty_table(office: Office) -> None:
    assert len(set(reserve(Item, 4))) == 4
    assert list(reserve(Item, 0)) == []
    assert office.agency.pk


@pytest.mark.usefixtures("ledgers")
def test_identities_are_reserved_inside_a_transaction_only() -> None:
    with pytest.raises(transaction.TransactionManagementError, match="事务"):  # transaction
        reserve(Item, 1)


def test_rows_that_replace_a_stored_one_are_refused(office: Office) -> None:
    item = make_item(office)
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Item, ("id", "kind", "agency_id"), [(item.pk, "forged", office.agency.pk)])
    assert Item.objects.get().kind == "kernel.occasion"
