"""The import pages: what a file brings is seen before it is stored; faults by row and column."""

import io
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from tests.kernel.test_foreign_tables import EXPORT, LINES, mapped
from tests.kernel.workbooks import HEAD, document, workbook
from zhunsheng.kernel.record.models import Batch, Item, Standing
from zhunsheng.regimes.norms.models import NormativeDocument

PAGE = reverse("desk:imports")
SHEET = "规范性文件"  # the sheet of normative documents
GOOD = workbook({SHEET: [HEAD, document("1号"), document("2号")]})
FAULTY = workbook(
    {SHEET: [HEAD, document("1号", 公布日期="2024-02-30"), document("2号", 制定方式="联合")]}
)


def sent(people: People, browser: Client, data: bytes, **more: str) -> Any:
    """The page that shows what the workbook brings."""
    given = {
        "division": str(people.bureau.divisions["legal"].pk),
        "workbook": SimpleUploadedFile(more.pop("name", "台账.xlsx"), data),
        "papers": SimpleUploadedFile("登记簿.pdf", b"%PDF-1.4 register"),
    }
    return browser.post(PAGE, given | more, follow=True)


def stored(browser: Client, page: Any, **more: str) -> Any:
    """The page after the workbook shown there was stored."""
    address = reverse("desk:import-store", args=[page.context["pending"].key])
    return browser.post(address, {"key": page.context["key"]} | more, follow=True)


def test_a_faulty_workbook_shows_its_faults_and_leaves_nothing(people: People) -> None:
    answer = sent(people, people.at("legal_recorder"), FAULTY)
    assert answer.status_code == 422
    assert "“台账.xlsx”未导入：共2处问题" in answer.text
    shown = [(f.sheet, f.row, f.column, f.value) for f in answer.context["faults"]]
    assert shown == [(SHEET, 2, "公布日期", "2024-02-30"), (SHEET, 3, "制定方式", "联合")]
    assert "这一天不存在；请核对日期" in answer.text  # there is no such day
    assert not Item.objects.exists()
    assert not Batch.objects.exists()


def test_the_faults_are_told_in_english_too(people: People) -> None:
    browser = people.at("legal_recorder")
    browser.post(reverse("desk:language"), {"language": "en"})
    answer = sent(people, browser, FAULTY)
    assert "was not stored: 2 faults" in answer.text
    assert all(f.en in answer.text for f in answer.context["faults"])


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(people: People) -> None:
    answer = sent(people, people.at("legal_recorder"), b"no workbook at all")
    assert answer.status_code == 200
    assert "said error" in answer.text
    assert "台账.xlsx" in answer.text
    assert not Item.objects.exists()


def test_without_a_workbook_the_page_asks_for_one(people: People) -> None:
    division = str(people.bureau.divisions["legal"].pk)
    answer = people.at("legal_recorder").post(PAGE, {"division": division}, follow=True)
    assert "请选择科室和工作簿" in answer.text  # choose a division and a workbook


def test_an_import_waits_for_a_second_person_and_then_counts(people: People) -> None:
    importer, officer = people.at("legal_recorder"), people.at("legal_officer")
    page = sent(people, importer, GOOD)
    assert [(line.new, line.changed) for line in page.context["lines"]] == [(2, 0)]
    assert not Item.objects.exists()
    assert "已导入2行" in stored(importer, page).text
    batch = Batch.objects.get()
    confirm = reverse("desk:confirm-batch", args=[batch.pk])
    assert confirm not in importer.get(PAGE).text
    assert "台账.xlsx" in officer.get(reverse("desk:home")).text
    assert confirm in officer.get(PAGE).text
    assert importer.post(confirm).status_code == 403
    officer.post(confirm)
    standings = NormativeDocument.objects.values_list("standing", flat=True)
    assert set(standings) == {Standing.CONFIRMED}


def test_a_file_that_brings_nothing_says_so_and_leads_back(people: People) -> None:
    importer = people.at("legal_recorder")
    first = sent(people, importer, GOOD)
    assert reverse("desk:import-store", args=[first.context["pending"].key]) in first.text
    stored(importer, first)
    again = sent(people, importer, GOOD, updates="1")
    store = reverse("desk:import-store", args=[again.context["pending"].key])
    assert again.context["nothing_new"] and store not in again.text
    assert "导入不会改变任何记录" in again.text  # importing it would change no record


def test_an_import_sent_twice_is_stored_once(people: People) -> None:
    browser = people.at("legal_recorder")
    page = sent(people, browser, GOOD)
    for _ in range(2):
        assert stored(browser, page).status_code == 200
    assert Batch.objects.count() == 1
    assert NormativeDocument.objects.count() == 2


def test_an_import_is_known_to_its_division_and_to_those_who_see_everything(
    people: People,
) -> None:
    clerk = people.at("legal_recorder")
    stored(clerk, sent(people, clerk, GOOD))
    for name, knows in (("office", True), ("head", False), ("recorder", False)):
        assert ("台账.xlsx" in people.at(name).get(PAGE).text) == knows, name
    confirm = reverse("desk:confirm-batch", args=[Batch.objects.get().pk])
    assert people.at("head").post(confirm).status_code == 404


def test_a_recorder_imports_for_their_own_divisions_only(people: People) -> None:
    browser = people.at("recorder")
    page = sent(people, browser, GOOD)
    assert page.context.get("pending") is None  # the division is not theirs: nothing to store
    assert not Item.objects.exists()


def test_the_template_of_a_register_is_a_workbook(people: People) -> None:
    answer = people.at("recorder").get(reverse("desk:template", args=["norms.normativedocument"]))
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_a_workbook_is_its_senders_alone(people: People) -> None:
    page = sent(people, people.at("legal_recorder"), GOOD)
    key = page.context["pending"].key
    other = people.at("legal_officer")
    assert other.get(reverse("desk:import-preview", args=[key])).status_code == 404
    assert other.post(reverse("desk:import-store", args=[key])).status_code == 404
    assert other.get(reverse("desk:import-preview", args=[".."])).status_code == 404


def test_good_rows_are_stored_when_chosen_and_the_rest_come_back_marked(people: People) -> None:
    clerk = people.at("legal_recorder")
    data = workbook({SHEET: [HEAD, document("1号"), document("2号", 制定方式="联合")]})
    page = sent(people, clerk, data)
    assert page.context["good"]
    after = stored(clerk, page, keep_good="1")
    assert "1行" in after.text
    assert NormativeDocument.objects.count() == 1
    marked = clerk.get(reverse("desk:import-marked", args=[page.context["pending"].key]))
    book = openpyxl.load_workbook(io.BytesIO(marked.content))
    assert book.sheetnames[0] == "问题清单"


def test_an_update_shows_each_value_before_and_after(people: People) -> None:
    clerk = people.at("legal_recorder")
    stored(clerk, sent(people, clerk, GOOD))
    again = workbook(
        {SHEET: [HEAD, document("1号", 制定依据="促进科技成果转化法"), document("2号")]}
    )
    page = sent(people, clerk, again, updates="1")
    (change,) = page.context["changes"]
    assert (change.before, change.after) == ("科学技术进步法", "促进科技成果转化法")
    assert [(line.new, line.changed, line.same) for line in page.context["lines"]] == [(0, 1, 1)]
    stored(clerk, page)
    assert NormativeDocument.objects.get(number="1号").basis == "促进科技成果转化法"


def test_a_foreign_table_is_mapped_once_on_screen_and_then_known(people: People) -> None:
    clerk = people.at("legal_recorder")
    text = "意见编号,意见主题,对象,收到日\n1,关于评审的意见,项目评审,2024-03-04\n"
    page = sent(people, clerk, text.encode("gb18030"), name="导出.csv")
    assert page.status_code == 422
    address = reverse("desk:import-columns", args=[page.context["pending"].key])
    shown = clerk.get(f"{address}?sheet=导出&register=oversight.teamremark")
    assert "意见主题" in shown.text
    given = {
        "source": "派驻组督办系统",
        "column:title": "意见主题",
        "column:about": "对象",
        "column:made_on": "收到日",
    }
    page = clerk.post(f"{address}?sheet=导出&register=oversight.teamremark", given, follow=True)
    assert [(line.new, line.changed) for line in page.context["lines"]] == [(1, 0)]
    assert "意见编号" in page.text  # not read, and said so
    stored(clerk, page)
    assert Item.objects.get().kind == "oversight.teamremark"
    again = sent(people, clerk, text.encode(), name="下月.csv")
    assert [(line.new, line.same) for line in again.context["lines"]] == [(0, 1)]


def test_words_for_a_level_are_asked_for_and_what_vanished_is_shown(people: People) -> None:
    clerk = people.at("legal_recorder")
    log = "稿件,环节,操作人\n2024-001,初审,周可\n2024-001,2,顾闻\n"
    page = sent(people, clerk, log.encode("gbk"), name="日志.csv")
    address = reverse("desk:import-columns", args=[page.context["pending"].key])
    given = {"source": "", "column:level": "环节"}
    shown = clerk.post(f"{address}?sheet=日志&register=disclosure.review", given)
    level = next(row for row in shown.context["rows"] if row.name == "level")
    assert (level.worded, level.words) == (True, "初审=")  # 2 is read as it stands


def test_rows_no_longer_in_the_file_are_shown_before_it_is_stored(people: People) -> None:
    clerk = people.at("office_recorder")
    office = {"division": str(people.bureau.divisions["office"].pk)}
    mapped(people.bureau)
    export = EXPORT + "".join(LINES) + "0033,关于实验室的提案,主办件,2024-03-06,政协,\n"
    stored(clerk, sent(people, clerk, export.encode(), name="导出.csv", **office))
    again = sent(people, clerk, export.replace(LINES[1], "").encode(), name="导出.csv", **office)
    assert "本次文件中已没有的记录：1条" in again.text
    assert "关于中试基地的提案" in again.text


def test_a_mapping_that_leaves_a_required_field_empty_is_refused(people: People) -> None:
    clerk = people.at("legal_recorder")
    page = sent(people, clerk, "甲,乙\n1,2\n".encode(), name="导出.csv")
    address = reverse("desk:import-columns", args=[page.context["pending"].key])
    query = "?sheet=导出&register=oversight.teamremark"
    answer = clerk.post(address + query, {"source": "某系统", "column:title": "甲"}, follow=True)
    assert "必填列没有对应" in answer.text
