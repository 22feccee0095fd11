"""What is taken out leaves a mark and nothing beneath; the reader learns the ground."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports import desk
from zhunsheng.gongwen.model import Annex, Block, Kind, OfficialDocument, Run
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.errors import PersonalDataError, ReportError
from zhunsheng.reports.issue import issue
from zhunsheng.reports.life.correct import correct
from zhunsheng.reports.life.leak import report_leak
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.package.make import package
from zhunsheng.reports.privacy import personal
from zhunsheng.reports.public import Shown, shown_as
from zhunsheng.reports.publish import publish
from zhunsheng.reports.redact import MARK, Redacted, redacted_document, words_of
from zhunsheng.reports.sign import sign
from zhunsheng.reports.waive import waive
from zhunsheng.reports.withdraw import withdraw

PASSAGE = "人员编制不足"  # too few posts
GROUND = "内部管理事项"  # an internal matter
IDENTITY, PHONE = "11010519491231002X", "13800138000"


EMPTY = OfficialDocument(organ_mark="", number="", signers=(), title="报告", addressees="", body=())


def paper(*runs: Run) -> OfficialDocument:
    block = Block(Kind.PARAGRAPH, runs)
    return replace(EMPTY, body=(block,))


@pytest.mark.parametrize(
    ("runs", "left"),
    [
        ((Run("甲乙丙丁"),), f"甲{MARK}丁"),
        ((Run("甲乙"), Run("3", ref="a.b"), Run("丙丁乙3丙")), f"甲{MARK}丁{MARK}"),
        ((Run("乙"), Run("丙")), MARK),
    ],
)
def test_a_passage_goes_wherever_it_stands_also_across_a_figure(
    runs: tuple[Run, ...], left: str
) -> None:
    passage = "乙3丙" if any(run.ref for run in runs) else "乙丙"
    copy = redacted_document(paper(*runs), [Redacted(GROUND, text=passage)])
    assert copy.body[0].text == left
    assert copy.mark


def test_a_figure_goes_with_its_link() -> None:
    document = paper(Run("共"), Run("734", ref="a.b"), Run("条，其中"), Run("9", ref="a.c"))
    (block,) = redacted_document(document, [Redacted(GROUND, figure="a.b")]).body
    assert block.text == f"共{MARK}条，其中9"
    assert [run.ref for run in block.runs if run.ref] == ["a.c"]


@given(st.text(alphabet="甲乙1已隐去", min_size=1, max_size=12), st.data())
def test_whatever_the_passage_it_goes_as_often_as_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    passage = text[start : data.draw(st.integers(start + 1, len(text)))]
    (block,) = redacted_document(paper(Run(text)), [Redacted(GROUND, text=passage)]).body
    assert block.text == text.replace(passage, MARK)


def test_a_passage_goes_from_tables_annexes_and_notes_too() -> None:
    table = Block(Kind.TABLE, rows=(("甲乙", "1"), ("丙", "甲乙丁")))
    document = replace(EMPTY, body=(table,), annexes=(Annex("附表", (table,)),), note="见甲乙")
    copy = redacted_document(document, [Redacted(GROUND, text="甲乙")])
    assert "甲乙" not in words_of(copy)
    assert words_of(copy).count(MARK) == 5


@pytest.mark.parametrize(
    "one",
    [Redacted(GROUND), Redacted(GROUND, text="没有"), Redacted(GROUND, text="共", figure="a.b")],
)
def test_a_redaction_of_nothing_is_refused(one: Redacted) -> None:
    with pytest.raises(ReportError):
        redacted_document(paper(Run("共3条")), [one])


def test_personal_data_is_found_by_its_form_and_check_digit() -> None:
    text = f"张某{IDENTITY}，电话{PHONE}，邮箱a.b@example.cn，卡6222021234567890128。"
    assert [zh for _, zh, _ in personal(text)] == ["身份证号", "手机号码", "电子邮箱"] + (
        ["银行卡号"] if "6222021234567890128" in {w for w, _, _ in personal(text)} else []
    )
    for innocent in ("110105194912310021", "澜科〔2025〕6号", "123456789012", "0571-88888888"):
        assert personal(innocent) == ()


@pytest.fixture
def bureau(db: None, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    desk.leave_unfed(monkeypatch)
    return desk.small_year()


@pytest.fixture
def edition(bureau: Bureau) -> Edition:
    return desk.issued(bureau)


def published(bureau: Bureau, edition: Edition, *taken_out: Redacted) -> Visibility:
    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    return publish(edition, by=office, reviewed_by=legal, note="可以公开", redactions=taken_out)


def all_text(shown: Shown) -> str:
    """Whatever a reader could dig out of the files of a publication."""
    word, pdf = shown.file("docx") or b"", pypdfium2.PdfDocument(shown.file("pdf"))
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        inside = "".join(parts.read(n).decode("utf-8", "ignore") for n in parts.namelist())
    printed = "".join(p.get_textpage().get_text_range() for p in pdf)
    return inside + printed.replace("\r\n", "") + shown.facts_text + str(shown.document)


def test_it_comes_back_without_what_was_redacted_in_text_files_and_facts(
    bureau: Bureau, edition: Edition
) -> None:
    package(edition, by=bureau.persons["office"])
    whole = shown_as(edition, published(bureau, edition))
    assert PASSAGE in all_text(whole)
    assert "zip" in whole.forms()
    withdraw(edition, by=bureau.persons["office"], reason="含内部事项")
    taken_out = (Redacted(GROUND, text=PASSAGE), Redacted(GROUND, figure="oversight.remarks"))
    shown = shown_as(edition, published(bureau, edition, *taken_out))
    assert PASSAGE not in all_text(shown)
    assert [(r.text, r.figure, r.ground) for r in shown.redactions] == [
        (PASSAGE, "", GROUND),
        ("", "oversight.remarks", GROUND),
    ]
    fact = shown.facts["oversight.remarks"]
    assert (fact["value"], fact["status"], fact["rows"]) == (None, "redacted", 0)
    assert ("zip" in shown.forms(), shown.file("zip")) == (False, None)
    assert PASSAGE in edition.document  # the edition itself stays
    assert load(edition.facts_file) == edition.facts.encode()


def test_a_redaction_says_its_ground(bureau: Bureau, edition: Edition) -> None:
    with pytest.raises(NotPossibleError):
        published(bureau, edition, Redacted(" ", text=PASSAGE))
    assert not edition.visibilities.exists()


def test_personal_data_is_shown_to_the_reviewer_before_anything_is_public(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(desk.OWN_WORDS, "shortcomings", f"联系邮箱li@example.cn，原因是{PASSAGE}。")
    edition = desk.issued(bureau)
    with pytest.raises(PersonalDataError) as refusal:
        published(bureau, edition)
    assert "li@example.cn" in refusal.value.zh
    assert not edition.visibilities.exists()
    assert published(bureau, edition, Redacted("个人信息", text="li@example.cn")).public


def test_a_person_s_number_in_a_waiver_or_an_erratum_is_found_too(bureau: Bureau) -> None:
    officer = bureau.persons["legal_officer"]
    report = desk.written(bureau)
    waive(report, "STY001", reason=f"经{PHONE}核实", by=officer)
    desk.discussed(bureau, report)
    sign(report, by=bureau.persons["principal"], on=date(2025, 2, 18))
    office = bureau.persons["office"]
    edition = issue(report, number=desk.NUMBER, on=date(2025, 2, 20), by=office)
    with pytest.raises(PersonalDataError) as refusal:
        publish(edition, by=office, reviewed_by=officer, note="可以公开")
    assert PHONE in refusal.value.zh
    publish(edition, by=office, reviewed_by=officer, note="可以公开", despite="为公务电话")

    def corrected(reason: str) -> None:
        correct(
            edition,
            wrong=PASSAGE,
            right="人员偏少",
            reason=reason,
            on=date(2025, 2, 21),
            approved_by=bureau.persons["principal"],
            by=officer,
        )

    with pytest.raises(PersonalDataError):
        corrected(f"来电{PHONE}")
    corrected("用语更准确")
    refusals = Entry.objects.filter(action__startswith="refused:")
    assert refusals.count() == 2
    # What was found is told to whoever publishes, never to a trail that forgets nothing.
    assert not any(PHONE in entry.payload for entry in refusals)


def test_it_may_be_published_despite_them_for_a_reason(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(desk.OWN_WORDS, "shortcomings", "举报邮箱fa@example.cn，原因是不足。")
    edition = desk.issued(bureau)
    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    made = publish(
        edition, by=office, reviewed_by=legal, note="可以公开", despite="单位公开的举报邮箱"
    )
    assert made.public


def test_a_leak_gives_twenty_four_hours_and_its_report_is_kept(
    bureau: Bureau, edition: Edition
) -> None:
    office = bureau.persons["office"]
    published(bureau, edition)
    made = withdraw(edition, by=office, reason="误公开内部事项", leak=True)
    assert made.report_by == made.at + timedelta(hours=24)
    told = report_leak(made, to="澜川市国家保密局", at=clock.now(), by=office)
    assert told.reported_at < made.report_by
    with pytest.raises(ReportError):
        report_leak(made, to="", at=clock.now(), by=office)
    with pytest.raises(ReportError):
        report_leak(made, to="某局", at=made.at - timedelta(hours=1), by=office)


def test_without_a_leak_there_is_nothing_to_report(bureau: Bureau, edition: Edition) -> None:
    office = bureau.persons["office"]
    published(bureau, edition)
    made = withdraw(edition, by=office, reason="错别字")
    assert made.report_by is None
    with pytest.raises(ReportError):
        report_leak(made, to="澜川市国家保密局", at=clock.now(), by=office)


def test_a_figure_the_text_does_not_tell_goes_from_the_facts_and_is_listed(
    bureau: Bureau, edition: Edition
) -> None:
    key = next(
        fact["key"]
        for fact in json.loads(edition.facts)["facts"]
        if f'"{fact["key"]}"' not in edition.document and fact["status"] == "value"
    )
    made = published(bureau, edition, Redacted(GROUND, figure=key))
    assert shown_as(edition, made).facts[key]["value"] is None
    assert [(r.figure, r.ground) for r in made.redactions.all()] == [(key, GROUND)]


def test_the_copy_keeps_the_shape_of_facts(bureau: Bureau, edition: Edition) -> None:
    shown = shown_as(
        edition, published(bureau, edition, Redacted(GROUND, figure="oversight.remarks"))
    )
    names = {tuple(sorted(f)) for f in json.loads(edition.facts)["facts"]}
    assert {tuple(sorted(f)) for f in shown.facts.values()} == names
