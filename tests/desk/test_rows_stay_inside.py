"""Rows of other divisions show nowhere: lists, pages, exports, figures, evidence, links, home."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.people import DOCUMENTS, People, record_page, register_page
from zhunsheng.kernel.evidence.attach import put_beside
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.models import Record
from zhunsheng.regimes.norms.models import Cleanup, CleanupConclusion, NormativeDocument

OURS, THEIRS = "创新券管理办法", "政务公开工作规程"  # of the recorder's division; of the office


@pytest.fixture
def rows(people: People) -> tuple[Record, Record]:
    """One document of the recorder's division, one of the office, both in force in 2024."""
    published: dict[str, Any] = {"published_on": date(2024, 3, 1), "effective_on": date(2024, 4, 1)}
    return (
        people.document(title=OURS, number="澜科〔2024〕1号", **published),
        people.document(title=THEIRS, number="澜科〔2024〕2号", division="office", **published),
    )


def paper(people: People, row: Record) -> Evidence:
    with acting(people.bureau.agency, "attach", by=people.bureau.persons["office"]) as act:
        return put_beside(act, row, store("签批件.pdf", b"%PDF-1.4 signed"), kind="paper")


def test_a_list_shows_the_own_division_s_rows(people: People, rows: tuple[Record, Record]) -> None:
    shown = people.at("recorder").get(register_page(DOCUMENTS)).text
    assert OURS in shown
    assert THEIRS not in shown
    assert THEIRS in people.at("legal_officer").get(register_page(DOCUMENTS)).text


def test_filters_and_search_find_no_more_than_the_list(
    people: People, rows: tuple[Record, Record]
) -> None:
    recorder = people.at("recorder")
    for query in ({"q": THEIRS}, {"year": "2024"}, {"standing": "confirmed"}, {"issuing": "own"}):
        shown = recorder.get(register_page(DOCUMENTS), query)
        assert THEIRS not in shown.text.replace(f'value="{THEIRS}"', "")


def test_a_page_of_another_division_is_not_there(
    people: People, rows: tuple[Record, Record]
) -> None:
    recorder = people.at("recorder")
    assert recorder.get(record_page(rows[0])).status_code == 200
    for act in ("record", "edit"):
        assert recorder.get(record_page(rows[1], act)).status_code == 404
    for act in ("submit", "void", "attach"):
        assert recorder.post(record_page(rows[1], act)).status_code == 404


def test_an_export_holds_what_the_list_shows(people: People, rows: tuple[Record, Record]) -> None:
    answer = people.at("recorder").get(register_page(DOCUMENTS, "export"))
    book = load_workbook(BytesIO(answer.content), read_only=True)
    cells = {str(v) for sheet in book for row in sheet.iter_rows(values_only=True) for v in row}
    assert OURS in cells
    assert THEIRS not in cells


def test_a_figure_says_how_many_rows_it_hides_and_shows_none_of_them(
    people: People, rows: tuple[Record, Record]
) -> None:
    address = reverse("desk:figure", args=["norms.in_force.end"])
    mine = people.at("recorder").get(address, {"year": "2024"})
    assert OURS in mine.text
    assert THEIRS not in mine.text
    assert mine.context["hidden"] == 1
    assert "另有1条记录属于您无权查看的科室" in mine.text  # one more record is hidden
    assert THEIRS in people.at("office").get(address, {"year": "2024"}).text


def test_evidence_opens_with_its_record_and_not_otherwise(
    people: People, rows: tuple[Record, Record]
) -> None:
    mine, other = (paper(people, row) for row in rows)
    recorder = people.at("recorder")

    def address(row: Record, evidence: Evidence) -> str:
        return reverse("desk:evidence", args=[DOCUMENTS, row.pk, evidence.pk])

    opened = recorder.get(address(rows[0], mine))
    assert opened.content == b"%PDF-1.4 signed"
    assert opened.headers["Content-Disposition"].startswith("attachment")
    assert recorder.get(address(rows[1], other)).status_code == 404
    assert recorder.get(address(rows[0], other)).status_code == 404


def test_lines_and_links_of_a_record_are_shown_to_whoever_sees_them(
    people: People, rows: tuple[Record, Record]
) -> None:
    cleanup = people.bureau.confirmed(
        Cleanup,
        division="legal",
        title="2024年清理",
        scope_note="全部",
        cut_off_on=date(2024, 5, 1),
        decided_on=date(2024, 6, 1),
    )
    people.bureau.confirmed(
        CleanupConclusion,
        division="legal",
        title=THEIRS,
        cleanup=cleanup,
        document=NormativeDocument.objects.get(title=THEIRS),
        conclusion="kept",
        decided_on=date(2024, 6, 1),
    )
    legal = people.at("legal_recorder").get(record_page(cleanup))
    assert "清理结论" in legal.text
    assert people.at("recorder").get(record_page(cleanup)).status_code == 404


def test_home_shows_deadlines_and_waiting_rows_of_the_own_division(people: People) -> None:
    people.request(title="某公司申请公开")  # with a term for its reply
    people.waiting(title=THEIRS, division="office")
    people.waiting(title=OURS)
    head, office = (people.at(n).get(reverse("desk:home")).text for n in ("head", "office"))
    assert OURS in head
    assert THEIRS not in head
    assert "某公司申请公开" not in head
    assert "某公司申请公开" in office
