"""A list's order, filters and columns: in the address, on the export, and nowhere else."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.desk.people import DOCUMENTS, People, register_page


@pytest.fixture
def documents(people: People) -> People:
    """Three documents: of two divisions, one of them without a day of publication."""
    people.document(title="甲办法", number="澜科〔2024〕2号", published_on=date(2024, 5, 1))
    people.document(title="乙办法", number="澜科〔2024〕1号", published_on=date(2024, 3, 1))
    people.document(title="丙办法", division="office", normative=False)
    return people


def titles(people: People, name: str = "office", **query: Any) -> list[str]:
    context = people.at(name).get(register_page(DOCUMENTS), query).context
    return [row.title for row, _ in context["rows"]]


def test_the_newest_stand_first_where_no_order_is_asked(documents: People) -> None:
    assert titles(documents) == ["丙办法", "乙办法", "甲办法"]


def test_a_list_is_ordered_by_a_column_and_rows_without_it_stand_last(documents: People) -> None:
    assert titles(documents, sort="published_on") == ["乙办法", "甲办法", "丙办法"]
    assert titles(documents, sort="-published_on") == ["甲办法", "乙办法", "丙办法"]
    assert titles(documents, sort="division") == ["丙办法", "乙办法", "甲办法"]
    assert titles(documents, sort="number")[-2:] == ["乙办法", "甲办法"]


@pytest.mark.parametrize("column", ["recorded_by__password", "nowhere", "-", "item__batch"])
def test_what_is_no_column_orders_nothing(documents: People, column: str) -> None:
    assert titles(documents, sort=column) == ["丙办法", "乙办法", "甲办法"]


def test_the_header_says_the_order_and_its_link_turns_it_and_keeps_the_filters(
    documents: People,
) -> None:
    page = documents.at("office").get(
        register_page(DOCUMENTS), {"sort": "published_on", "year": "2024", "page": "1"}
    )
    headings = {str(h["label"]): h for h in page.context["headings"]}
    by_day = headings["公布日期"]
    assert by_day["order"] == "ascending"
    assert by_day["query"] == "sort=-published_on&year=2024"
    assert {h["order"] for h in headings.values()} == {"ascending", "none"}
    assert 'aria-sort="ascending"' in page.text
    assert 'name="sort" value="published_on"' in page.text  # the form asks for it again


def test_yes_or_no_and_a_span_of_days_narrow_the_list(documents: People) -> None:
    assert titles(documents, normative="no") == ["丙办法"]
    assert titles(documents, normative="yes") == ["乙办法", "甲办法"]
    assert titles(documents, published_on_gte="2024-04-01") == ["甲办法"]
    assert titles(documents, published_on_lte="2024-04-01") == ["乙办法"]
    assert len(titles(documents, published_on_gte="昨天", normative="maybe")) == 3


def test_divisions_are_told_apart_for_whoever_sees_more_than_one(documents: People) -> None:
    office = str(documents.bureau.divisions["office"].pk)
    assert titles(documents, division=office) == ["丙办法"]
    assert titles(documents, "recorder", division=office) == ["乙办法", "甲办法"]


def test_the_columns_are_those_chosen(documents: People) -> None:
    page = documents.at("office").get(register_page(DOCUMENTS), {"column": ["basis", "number"]})
    assert page.context["listed"].names == ("title", "number", "basis")
    assert "科学技术进步法" in page.text
    assert "column=basis" in page.context["headings"][0]["query"]


def test_an_export_holds_the_rows_and_the_order_of_the_list(documents: People) -> None:
    answer = documents.at("office").get(
        register_page(DOCUMENTS, "export"), {"sort": "published_on", "normative": "yes"}
    )
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    head, *rows = list(sheet.iter_rows(values_only=True))
    place = head.index("公布日期")
    assert [row[place].date().isoformat() for row in rows] == ["2024-03-01", "2024-05-01"]  # type: ignore[union-attr]


def test_a_cell_that_looks_like_a_formula_is_exported_as_words(people: People) -> None:
    people.document(title="=1+1", basis="@SUM(A1)")
    answer = people.at("office").get(register_page(DOCUMENTS, "export"))
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    cells = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
    assert cells["=1+1"] == cells["@SUM(A1)"] == "s"
