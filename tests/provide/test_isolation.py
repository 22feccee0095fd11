"""A test that commits leaves neither rows nor a gap in the fences to the next one."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection

from zhunsheng.kernel.db import fences
from zhunsheng.kernel.org.models import Agency, Division
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.kernel.trail.models import Seal


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_each_turn_begins_with_empty_tables_and_whole_fences(turn: int) -> None:
    assert not Agency.objects.exists()
    assert not Seal.objects.exists()
    assert fences.count(connection) == len(fences.statements(connection)) > 0
    make_bureau()
    Seal.objects.create(sequence=1, at=datetime(2024, 1, 1, tzinfo=UTC), payload="{}", digest="0")
    assert Division.objects.exists()
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{Seal._meta.db_table}"')
