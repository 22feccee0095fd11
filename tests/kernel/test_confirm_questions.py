"""Confirming an import asks as many questions of the database for many rows as for few."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.kernel.test_import_again import confirm, load
from tests.kernel.workbooks import workbook
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, columns_of, make_bureau

pytestmark = pytest.mark.django_db
#: A publication with its steps already taken: reviewed, cleared for secrecy, published.
ROW = {
    "category": "其他应当公开的信息",
    "formed_on": date(2024, 3, 1),
    "reviewed_on": date(2024, 3, 4),
    "secrecy_on": date(2024, 3, 4),
    "published_on": date(2024, 3, 5),
}


def questions(bureau: Bureau, year: int, count: int) -> int:
    """How many statements the confirmation of that many new rows takes."""
    register = registry().register("disclosure.publication")
    names = {column.name: column.zh for column in columns_of(register)}
    head = [names["index_number"], names["title"], *(names[field] for field in ROW), "佐证"]
    rows = [[f"{year}-{n}", f"信息{year}-{n}", *ROW.values(), "审签单.pdf"] for n in range(count)]
    done = load(bureau, workbook({register.zh: [head, *rows]}))
    assert Step.objects.filter(item__batch=done.batch).count() >= count
    with CaptureQueriesContext(connection) as asked:
        assert confirm(bureau, done) == count
    return len(asked)


def test_guards_do_not_ask_row_by_row() -> None:
    bureau = make_bureau()
    questions(bureau, 2022, 1)  # what is looked up once in a process
    assert questions(bureau, 2023, 3) == questions(bureau, 2024, 30)
