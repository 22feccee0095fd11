"""Issue freezes an edition: text, facts, rows behind them, and four files, for good."""

import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import docx
import pypdfium2
import pytest
from django.db import IntegrityError, connection, transaction

from tests.reports import desk
from zhunsheng.gongwen.model import Annex, Block, Joined, Kind
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.models import Entry, Seal
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.edition import content_of
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.frozen import document_from_json, document_to_json
from zhunsheng.reports.issue import issue
from zhunsheng.reports.models import Edition, Report, Stage
from zhunsheng.reports.review import review
from zhunsheng.reports.sign import sign

pytestmark = pytest.mark.django_db
DAY = date(2025, 2, 20)
FACT = {
    "key", "value", "unit", "status", "period", "dated_by", "numerator", "denominator", "basis",
    "query", "rows",
}  # fmt: skip


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


def test_the_office_numbers_the_signed_report(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    assert (edition.number, edition.year, edition.issued_on) == (desk.NUMBER, 2024, DAY)
    assert edition.signer == bureau.persons["principal"].name
    assert Report.objects.get().stage == Stage.ISSUED


def test_facts_json_holds_every_figure_with_decimals_as_text(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    data = json.loads(load(edition.facts_file))
    assert data == json.loads(edition.facts)
    assert (data["agency"], data["year"]) == ("澜川市科学技术局", 2024)
    assert [f["key"] for f in data["facts"]] == list(used_by(bureau.agency).figures())
    assert all(set(f) == FACT for f in data["facts"])
    by_key = {f["key"]: f for f in data["facts"]}
    remarks = by_key["oversight.remarks"]
    assert (remarks["value"], remarks["unit"], remarks["rows"]) == ("2", "条", 2)
    assert (remarks["status"], remarks["period"]) == ("value", "2024")
    assert remarks["dated_by"] == "made_on"
    rate = by_key["oversight.satisfaction"]
    assert (rate["status"], rate["value"], rate["denominator"]) == ("undefined", None, "0")
    for fact in data["facts"]:
        for name in ("value", "numerator", "denominator"):
            assert fact[name] is None or str(Decimal(fact[name])) == fact[name]


def test_the_edition_cites_each_row_in_its_version(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    rows = TeamRemark.objects.order_by("pk").values_list("pk", "version")
    assert json.loads(edition.citations)["oversight.remarks"] == [list(row) for row in rows]


def test_word_pdf_and_page_hold_the_text_that_was_signed(bureau: Bureau) -> None:
    report = desk.signed(bureau)
    body = review(report).document.body
    edition = issue(report, number=desk.NUMBER, on=DAY, by=bureau.persons["office"])
    word = "\n".join(p.text for p in docx.Document(io.BytesIO(load(edition.docx))).paragraphs)
    pages = pypdfium2.PdfDocument(load(edition.pdf))
    printed = re.sub(r"\s", "", "".join(p.get_textpage().get_text_range() for p in pages))
    page = re.sub(r"<[^>]+>", "", load(edition.html).decode())
    for block in body:
        assert block.text in word
        assert block.text in page
        assert re.sub(r"\s", "", block.text)[:12] in printed
    assert desk.NUMBER in word


def test_the_digest_covers_everything_and_the_trail_and_seal_carry_it(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    entry = Entry.objects.get(agency=bureau.agency, sequence=edition.entry)
    details = json.loads(entry.payload)["details"]
    assert details == {"edition": edition.digest, "number": desk.NUMBER}
    seal = Seal.objects.get()
    length, head = json.loads(seal.payload)["heads"][bureau.agency.code]
    assert (length, head) == (edition.entry, entry.digest)
    for file in (edition.docx, edition.pdf, edition.html, edition.facts_file):
        assert sm3(load(file)) == file.digest


def test_the_same_inputs_make_the_same_bytes(bureau: Bureau) -> None:
    report = desk.signed(bureau)
    report.number, report.issued_on = desk.NUMBER, DAY
    contents = []
    for moment in (datetime(2025, 2, 20, tzinfo=UTC), datetime(2025, 2, 21, 5, tzinfo=UTC)):
        with standing_at(moment):
            now = review(report)
            contents.append(content_of(report, now, now.document))
    assert contents[0] == contents[1]
    assert contents[0].digest == contents[1].digest


def test_a_frozen_document_reads_back_as_it_was(bureau: Bureau) -> None:
    report = desk.signed(bureau)
    report.number, report.issued_on = desk.NUMBER, DAY
    document = review(report).document
    rows = (("指标", "数"), ("意见", "2"), ("", "3"))
    table = Block(Kind.TABLE, rows=rows, joined=(Joined(1, 0, 2, 1),))
    fuller = replace(
        document,
        attachments=("附表",),
        annexes=(Annex("附表", (table,)),),
        note="（此件公开发布）",  # this paper is public
        urgency="平急",
        sealed=False,
    )
    for whole in (document, fuller):
        assert document_from_json(json.loads(json.dumps(document_to_json(whole)))) == whole


def test_ledgers_that_changed_after_signature_are_not_issued(bureau: Bureau) -> None:
    report = desk.signed(bureau)
    desk.remark(bureau, "签发后补登的意见")  # entered after signature
    office = bureau.persons["office"]
    with pytest.raises(ReportError) as refusal:
        issue(report, number=desk.NUMBER, on=DAY, by=office)
    assert "与签发文本不一致" in refusal.value.zh
    assert not Edition.objects.exists()
    report = desk.compiled(bureau)
    assert (report.stage, report.signer, report.signed_text) == (Stage.DRAFTING, None, "")
    sign(desk.discussed(bureau, report), by=bureau.persons["principal"], on=DAY)
    edition = issue(report, number=desk.NUMBER, on=DAY, by=office)
    facts = {f["key"]: f["value"] for f in json.loads(edition.facts)["facts"]}
    assert facts["oversight.remarks"] == "3"


@pytest.mark.parametrize("number", ["", "   "])
def test_an_edition_needs_a_number(bureau: Bureau, number: str) -> None:
    with pytest.raises(ReportError) as refusal:
        issue(desk.signed(bureau), number=number, on=DAY, by=bureau.persons["office"])
    assert "发文字号" in refusal.value.zh  # the document number


def test_a_number_is_used_once(bureau: Bureau) -> None:
    desk.issued(bureau)
    bureau.close_all(2023)
    report = desk.compiled(bureau, 2023)
    for part, text in desk.OWN_WORDS.items():
        edit_part(report, part, text, by=bureau.persons["legal_officer"])
    sign(desk.discussed(bureau, report), by=bureau.persons["principal"], on=DAY)
    with pytest.raises(ReportError) as refusal:
        issue(report, number=desk.NUMBER, on=DAY, by=bureau.persons["office"])
    assert desk.NUMBER in refusal.value.zh


@pytest.mark.parametrize("who", ["legal_officer", "principal", "recorder"])
def test_nobody_but_the_office_issues(bureau: Bureau, who: str) -> None:
    with pytest.raises(NotAllowedError):
        issue(desk.signed(bureau), number=desk.NUMBER, on=DAY, by=bureau.persons[who])


def test_an_unsigned_or_issued_report_is_not_issued(bureau: Bureau) -> None:
    report = desk.discussed(bureau)
    with pytest.raises(ReportError):
        issue(report, number=desk.NUMBER, on=DAY, by=bureau.persons["office"])
    sign(report, by=bureau.persons["principal"], on=DAY)
    issue(report, number=desk.NUMBER, on=DAY, by=bureau.persons["office"])
    with pytest.raises(ReportError) as refusal:
        issue(report, number="澜科〔2025〕7号", on=DAY, by=bureau.persons["office"])
    assert "已印发" in refusal.value.zh  # is issued
    with pytest.raises(ReportError) as again:
        desk.compiled(bureau)
    assert "勘误" in again.value.zh  # an erratum


_SET = "UPDATE reports_edition SET "
_COPY = "INTO reports_edition SELECT * FROM reports_edition WHERE true"


@pytest.mark.parametrize(
    "sql",
    [
        _SET + "facts = '{}'",
        _SET + "number = 'x'",
        _SET + "issued_on = issued_on",
        "DELETE FROM reports_edition",
        f"INSERT {_COPY} ON CONFLICT (id) DO UPDATE SET facts = '{{}}'",
        f"REPLACE {_COPY}",
        f"INSERT OR REPLACE {_COPY}",
        "UPDATE OR REPLACE reports_edition SET facts = '{}'",
        "TRUNCATE reports_edition CASCADE",
        "TRUNCATE kernel_agency CASCADE",
    ],
)
def test_no_sql_changes_an_edition(bureau: Bureau, sql: str) -> None:
    only = {"sqlite": ("REPLACE ", "OR REPLACE"), "postgresql": ("TRUNCATE",)}
    for vendor, words in only.items():
        if connection.vendor != vendor and any(word in sql for word in words):
            pytest.skip(f"{vendor}'s own SQL")
    desk.issued(bureau)
    before = _stored()
    connection.check_constraints()  # PostgreSQL truncates nothing with checks pending
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert _stored() == before


def _stored() -> list[Any]:
    return list(Edition.objects.order_by("pk").values())
