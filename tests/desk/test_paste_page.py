"""Pasting from Excel: checked as an import is, each faulty cell with its sentence, then stored."""

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.desk.people import REQUESTS, People, register_page
from zhunsheng.desk.pasted import MOST, PasteError, as_table, grid_columns, pasted
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.record.models import Batch, Item, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.regimes.outreach.models import Material

MATERIALS = "outreach.material"
COLUMNS = grid_columns(registry().register(MATERIALS))
HEAD = "名称\t方式\t日期\t册数"
GOOD = f"{HEAD}\n民法典读本\t订购\t2024-03-05\t120\n法治宣传手册\t发放\t2024/4/1\t1,300\n"
FAULTY = f"{HEAD}\n民法典读本\t赠送\t2024-03-05\t一百二十\n法治宣传手册\t发放\t2024-04-01\t1300\n"


def sent(people: People, browser: Client, cells: str, *, kind: str = MATERIALS, **more: Any) -> Any:
    given = {"division": str(people.bureau.divisions["legal"].pk), "cells": cells}
    return browser.post(register_page(kind, "paste"), given | more)


def accepted(people: People, browser: Client, page: Any, cells: str, **more: Any) -> Any:
    """What follows when the person accepts what the page shows."""
    given = {"pending": page.context["pending"].key, "key": page.context["key"], "store": "1"}
    return sent(people, browser, cells, **given | more)


def marked(page: Any) -> dict[tuple[int, int], tuple[str, ...]]:
    """(row, column) → the sentences of the cell."""
    return {
        (line, place): cell.faults
        for line, row in enumerate(page.context["cells"])
        for place, cell in enumerate(row)
        if cell.faults
    }


def test_each_faulty_cell_is_marked_with_its_sentence_and_nothing_is_stored(
    people: People,
) -> None:
    page = sent(people, people.at("legal_recorder"), FAULTY)
    assert page.status_code == 422
    names = [c.zh for c in COLUMNS]
    found = marked(page)
    assert set(found) == {(0, names.index("方式")), (0, names.index("册数"))}
    assert found[0, names.index("册数")] == ("不是整数；请只填数字",)  # text in a number column
    assert "共2处问题" in page.text
    assert "法治宣传手册" in page.context["text"]  # what was pasted is there to be corrected
    assert 'name="store"' not in page.text
    assert not Item.objects.exists()


def test_what_has_no_fault_is_stored_only_when_it_is_accepted(people: People) -> None:
    browser = people.at("legal_recorder")
    page = sent(people, browser, GOOD)
    assert page.status_code == 200
    assert "新增2行" in page.text
    assert not Item.objects.exists()
    for _ in range(2):  # sent twice
        assert accepted(people, browser, page, GOOD).status_code == 302
    batch = Batch.objects.get()
    assert batch.by == people.bureau.persons["legal_recorder"]
    rows = Material.objects.order_by("pk")
    assert [(r.title, r.copies, r.standing) for r in rows] == [
        ("民法典读本", 120, Standing.SUBMITTED),
        ("法治宣传手册", 1300, Standing.SUBMITTED),
    ]


def test_cells_changed_after_the_check_are_checked_and_shown_again(people: People) -> None:
    browser = people.at("legal_recorder")
    page = sent(people, browser, GOOD)
    again = accepted(people, browser, page, GOOD.replace("120", "一百"))
    assert again.status_code == 422
    assert not Item.objects.exists()
    shown = accepted(people, browser, page, GOOD.replace("120", "121"))
    assert shown.status_code == 200
    assert not Item.objects.exists()


def test_without_a_header_the_cells_stand_in_the_order_of_the_register(people: People) -> None:
    page = sent(people, people.at("legal_recorder"), "读本\t\t订购\t2024-03-05\t3\n")
    assert page.context["good"]
    assert [c.text for c in page.context["cells"][0]][:5] == ["读本", "", "订购", "2024-03-05", "3"]


def test_a_column_the_register_does_not_have_is_named_as_not_read(people: People) -> None:
    page = sent(
        people, people.at("legal_recorder"), f"{HEAD}\t备注\n读本\t订购\t2024-03-05\t3\t急\n"
    )
    assert page.context["unread"] == ("备注",)
    assert "备注" in page.text
    beyond = "读本\t\t订购\t2024-03-05\t3\t\t多余\n"
    assert sent(people, people.at("legal_recorder"), beyond).context["unread"]


def test_rows_already_there_are_updated_by_their_number_and_keep_what_was_not_pasted(
    people: People,
) -> None:
    row = people.request(number="1号", title="甲公司申请", division="legal")
    browser = people.at("legal_recorder")
    head = "登记号\t名称\t申请人类型\t申请方式\t收到日期"
    cells = f"{head}\n1号\t乙公司申请\t商业企业\t邮寄\t2024-09-10\n"
    assert sent(people, browser, cells, kind=REQUESTS).status_code == 422
    page = sent(people, browser, cells, kind=REQUESTS, updates="1")
    assert [(c.before, c.after) for c in page.context["changes"]] == [("甲公司申请", "乙公司申请")]
    accepted(people, browser, page, cells, kind=REQUESTS)
    row.refresh_from_db()
    assert row.title == "乙公司申请"
    assert Request.objects.count() == 1


def test_scans_named_in_a_cell_are_sent_once_and_kept_while_cells_are_corrected(
    people: People,
) -> None:
    browser = people.at("legal_recorder")
    head, row = f"{HEAD}\t佐证\n", "读本\t订购\t2024-03-05\t{}\t签收单.pdf\n"
    missing = sent(people, browser, head + row.format(3))
    assert any("没有找到这个文件" in said for faults in marked(missing).values() for said in faults)
    scan = SimpleUploadedFile("签收单.pdf", b"%PDF-1.4 signed")
    faulty = sent(people, browser, head + row.format("三"), papers=scan)
    assert len(marked(faulty)) == 1
    key = faulty.context["pending"].key
    good = sent(people, browser, head + row.format(3), pending=key)
    assert good.context["good"]
    accepted(people, browser, good, head + row.format(3))
    assert Evidence.objects.get().file.name == "签收单.pdf"


def test_a_keeper_pastes_for_their_own_divisions_only(people: People) -> None:
    assert sent(people, people.at("recorder"), GOOD).status_code == 404
    assert not Item.objects.exists()


def test_nothing_pasted_and_too_much_pasted_are_said_plainly(people: People) -> None:
    browser = people.at("legal_recorder")
    assert "请先粘贴数据行" in sent(people, browser, " \n").text
    many = sent(people, browser, "读本\t\t订购\t2024-03-05\t3\n" * (MOST + 2))
    assert f"一次最多{MOST}行" in many.text
    assert not Item.objects.exists()


def test_a_cell_with_a_line_break_or_quotation_marks_comes_through_whole() -> None:
    text = '名称\t册数\n"读本\n（上册）"\t3\n"称""读本""者"\t4\n'
    found = pasted(text, COLUMNS)
    assert [row[0] for row in found.rows] == ["读本\n（上册）", '称"读本"者']
    again = pasted(as_table(found.rows, COLUMNS).decode(), COLUMNS)
    assert again.rows == found.rows


def test_a_quotation_mark_that_does_not_close_is_refused() -> None:
    with pytest.raises(PasteError, match="引号不成对"):
        pasted('名称\t册数\n"读本\t3\n', COLUMNS)


def test_columns_nobody_filled_in_are_not_sent() -> None:
    found = pasted("登记号\t名称\n1号\t甲\n", grid_columns(registry().register(REQUESTS)))
    head = as_table(found.rows, grid_columns(registry().register(REQUESTS))).decode().split("\n")[0]
    assert "答复日期" not in head
    assert head.split("\t")[:2] == ["登记号", "名称"]


def test_the_rows_without_fault_are_stored_and_the_others_stay_in_the_grid(
    people: People,
) -> None:
    browser = people.at("legal_recorder")
    page = sent(people, browser, FAULTY)
    assert "先存入无问题的1行" in page.text
    assert reverse("desk:import-marked", args=[page.context["pending"].key]) in page.text
    given = {"pending": page.context["pending"].key, "key": page.context["key"], "keep_good": "1"}
    after = sent(people, browser, FAULTY, **given)
    assert after.status_code == 302
    left = browser.get(after.headers["Location"])
    assert [m.title for m in Material.objects.all()] == ["法治宣传手册"]
    assert left.context["text"].splitlines()[1].startswith("民法典读本")
    assert len(left.context["text"].splitlines()) == 2
    assert (0, [c.zh for c in COLUMNS].index("册数")) in marked(left)
    assert "先存入" not in left.text  # nothing good is left
    again = sent(people, browser, FAULTY, **given)  # the button pressed twice
    assert again.headers["Location"] == after.headers["Location"]
    assert Material.objects.count() == 1


def test_the_rows_left_are_corrected_in_the_grid_and_stored(people: People) -> None:
    browser = people.at("legal_recorder")
    page = sent(people, browser, FAULTY)
    given = {"pending": page.context["pending"].key, "key": page.context["key"], "keep_good": "1"}
    left = browser.get(sent(people, browser, FAULTY, **given).headers["Location"])
    cells = left.context["text"].replace("一百二十", "120").replace("赠送", "发放")
    seen = sent(people, browser, cells, pending=left.context["pending"].key)
    assert seen.status_code == 200
    accepted(people, browser, seen, cells)
    assert sorted(Material.objects.values_list("title", flat=True)) == [
        "民法典读本",
        "法治宣传手册",
    ]
    assert Batch.objects.count() == 2


def test_the_faulty_rows_can_be_fetched_as_a_workbook(people: People) -> None:
    browser = people.at("legal_recorder")
    page = sent(people, browser, FAULTY)
    book = browser.get(reverse("desk:import-marked", args=[page.context["pending"].key]))
    sheets = openpyxl.load_workbook(io.BytesIO(book.content))
    listed = [cell.value for row in sheets.worksheets[0].iter_rows() for cell in row]
    assert "一百二十" in listed


def test_cells_changed_meanwhile_are_looked_at_before_any_is_stored(people: People) -> None:
    browser = people.at("legal_recorder")
    page = sent(people, browser, FAULTY)
    given = {"pending": page.context["pending"].key, "key": page.context["key"], "keep_good": "1"}
    assert sent(people, browser, FAULTY.replace("手册", "画册"), **given).status_code == 422
    assert not Material.objects.exists()
