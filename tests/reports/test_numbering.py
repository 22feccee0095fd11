"""Document numbers: in order, none left out, none used twice, whoever asks and however many."""

from datetime import date
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction

from tests.reports import desk
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.errors import NotReadyError, ReportError
from zhunsheng.reports.issue import issue
from zhunsheng.reports.models import DocumentNumber
from zhunsheng.reports.models.number import Use
from zhunsheng.reports.numbering.enter import enter_number, reserve_number, void_number
from zhunsheng.reports.numbering.number import Number, read_number
from zhunsheng.reports.numbering.register import next_number, numbers_of
from zhunsheng.reports.sign import sign

DAY = date(2025, 2, 20)


def number(place: int, year: int = 2025) -> Number:
    return Number("澜科", year, place)


def used(bureau: Bureau, year: int = 2025) -> list[tuple[int, int, str]]:
    return [(n.row.first, n.row.last, n.use) for n in numbers_of(bureau.agency, year)]


@pytest.fixture
def bureau(db: None) -> Bureau:
    return desk.small_year()


def enter(bureau: Bureau, place: int, *, last: int = 0, year: int = 2025) -> DocumentNumber:
    return enter_number(
        bureau.agency, number(place, year), told="关于项目申报的通知", on=date(year, 2, 20),
        by=bureau.persons["office"], last=last,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["澜科〔2025〕第6号", "澜科〔2025〕06号", "澜科[2025]6号", "澜科〔25〕6号", "6", ""]
)
def test_a_number_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ReportError) as refusal:
        read_number(text)
    assert "澜科〔2025〕6号" in refusal.value.zh  # how it should be


def test_a_number_reads_back_as_it_is_written() -> None:
    assert str(read_number(" 澜科〔2025〕6号 ")) == desk.NUMBER


def test_the_first_edition_says_that_the_numbers_before_it_were_used_elsewhere(
    bureau: Bureau,
) -> None:
    edition = desk.issued(bureau)
    assert used(bureau) == [(1, 5, Use.EARLIER), (6, 6, Use.EDITION)]
    assert edition.numbered.edition == edition
    assert next_number(bureau.agency, 2025, mark="澜科") == number(7)


def test_without_a_number_the_next_one_is_taken(bureau: Bureau) -> None:
    enter(bureau, 3)
    edition = issue(desk.signed(bureau), on=DAY, by=bureau.persons["office"])
    assert edition.number == "澜科〔2025〕4号"
    assert "澜科〔2025〕4号" in edition.document


def test_while_the_register_is_empty_a_number_must_be_given(bureau: Bureau) -> None:
    with pytest.raises(ReportError) as refusal:
        issue(desk.signed(bureau), on=DAY, by=bureau.persons["office"])
    assert "登记还没有启用" in refusal.value.zh


def test_a_number_in_use_says_for_what_and_names_the_next(bureau: Bureau) -> None:
    enter(bureau, 6)
    with pytest.raises(ReportError) as refusal:
        desk.issued(bureau)
    assert "关于项目申报的通知" in refusal.value.zh
    assert "澜科〔2025〕7号" in refusal.value.zh


def test_a_number_that_would_leave_one_out_is_refused(bureau: Bureau) -> None:
    enter(bureau, 4)
    with pytest.raises(ReportError) as refusal:
        desk.issued(bureau)  # 6
    assert "下一号是澜科〔2025〕5号" in refusal.value.zh
    assert used(bureau)[-1] == (4, 4, Use.OTHER)


def test_a_void_number_keeps_its_explanation_and_is_passed_over(bureau: Bureau) -> None:
    enter(bureau, 4)
    office = bureau.persons["office"]
    made = void_number(bureau.agency, number(5), reason="打印错误，已销毁", on=DAY, by=office)
    assert (made.use, made.told) == (Use.VOID, "打印错误，已销毁")
    assert desk.issued(bureau).number == desk.NUMBER


def test_a_number_is_not_made_void_without_a_word_nor_once_a_document_bears_it(
    bureau: Bureau,
) -> None:
    desk.issued(bureau)
    office = bureau.persons["office"]
    with pytest.raises(NotPossibleError):
        void_number(bureau.agency, number(7), reason=" ", on=DAY, by=office)
    with pytest.raises(ReportError):
        void_number(bureau.agency, number(6), reason="误", on=DAY, by=office)
    assert used(bureau)[-1] == (6, 6, Use.EDITION)


def test_several_numbers_used_elsewhere_are_entered_together(bureau: Bureau) -> None:
    enter(bureau, 1)
    enter(bureau, 2, last=5)
    assert desk.issued(bureau).number == desk.NUMBER
    with pytest.raises(ReportError):
        enter(bureau, 7, last=3)


def test_each_year_begins_at_one(bureau: Bureau) -> None:
    enter(bureau, 9, year=2024)
    assert next_number(bureau.agency, 2025, mark="澜科") == number(1)
    with pytest.raises(ReportError):
        desk.issued(bureau)  # 6: what were 1 to 5?


def test_a_number_of_another_year_than_the_day_of_issue_is_refused(bureau: Bureau) -> None:
    with pytest.raises(ReportError) as refusal:
        issue(desk.signed(bureau), number="澜科〔2024〕6号", on=DAY, by=bureau.persons["office"])
    assert "不符" in refusal.value.zh


def test_a_refused_signature_takes_no_number(bureau: Bureau) -> None:
    enter(bureau, 5)
    officer = bureau.persons["legal_officer"]
    report = edit_part(desk.written(bureau), "other", "另有12件正在办理。", by=officer)
    report = desk.discussed(bureau, report)
    with pytest.raises(NotReadyError):
        sign(report, by=bureau.persons["principal"], on=DAY)
    assert used(bureau)[-1] == (5, 5, Use.OTHER)
    assert next_number(bureau.agency, 2025, mark="澜科") == number(6)


def test_an_issue_that_fails_takes_no_number(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = desk.signed(bureau)
    enter(bureau, 5)

    def fail(*_: object) -> None:
        raise ReportError("磁盘已满", "the disk is full")

    monkeypatch.setattr("zhunsheng.reports.issue.number_edition", fail)
    with pytest.raises(ReportError):
        issue(report, on=DAY, by=bureau.persons["office"])
    assert used(bureau)[-1] == (5, 5, Use.OTHER)


def reserve(bureau: Bureau, place: int) -> DocumentNumber:
    return reserve_number(
        bureau.agency, number(place), told="年度报告", on=DAY, by=bureau.persons["office"]
    )


def test_a_reserved_number_is_kept_for_the_report_that_is_issued_with_it(bureau: Bureau) -> None:
    enter(bureau, 5)
    reserve(bureau, 6)
    enter(bureau, 7)  # the next documents go on behind it
    edition = desk.issued(bureau)  # 6
    assert used(bureau)[-2:] == [(6, 6, Use.EDITION), (7, 7, Use.OTHER)]
    assert numbers_of(bureau.agency, 2025)[-2].edition == edition
    with pytest.raises(ReportError) as refusal:
        enter(bureau, 6)
    assert edition.title in refusal.value.zh
    assert "下一号是澜科〔2025〕8号" in refusal.value.zh


def test_a_reserved_number_nobody_needs_is_void_with_its_reason_and_never_free(
    bureau: Bureau,
) -> None:
    reserve(bureau, 1)
    with pytest.raises(ReportError):
        reserve(bureau, 1)
    office = bureau.persons["office"]
    void_number(bureau.agency, number(1), reason="文件不再印发", on=DAY, by=office)
    (one,) = numbers_of(bureau.agency, 2025)
    assert (one.use, one.told) == (Use.VOID, "文件不再印发")
    for again in (enter, reserve):
        with pytest.raises(ReportError):
            again(bureau, 1)


def test_a_reserved_number_is_entered_by_itself(bureau: Bureau) -> None:
    reserve(bureau, 1)
    with pytest.raises(ReportError):
        enter(bureau, 1, last=3)
    assert used(bureau) == [(1, 1, Use.RESERVED)]
    enter(bureau, 1)
    assert used(bureau) == [(1, 1, Use.OTHER)]


def test_only_the_office_keeps_the_register(bureau: Bureau) -> None:
    with pytest.raises(NotAllowedError):
        enter_number(bureau.agency, number(1), told="通知", on=DAY, by=bureau.persons["recorder"])


def test_the_database_refuses_a_number_twice_and_one_turned_round(bureau: Bureau) -> None:
    kept = enter(bureau, 1)
    for first, last in ((1, 2), (3, 2)):
        with pytest.raises(IntegrityError), transaction.atomic():
            DocumentNumber.objects.create(
                agency=kept.agency, mark=kept.mark, year=2025, first=first, last=last,
                use=Use.OTHER, told="通知", on=DAY, by=kept.by, entry=1, at=kept.at,
            )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_many_at_once_leave_no_gap_and_share_no_number() -> None:
    bureau = desk.small_year()
    enter(bureau, 1)
    taken: list[int] = []

    def take() -> None:
        while len(taken) < 12:
            wanted = next_number(bureau.agency, 2025, mark="澜科")
            assert wanted is not None
            try:
                enter_number(
                    bureau.agency, wanted, told="通知", on=DAY, by=bureau.persons["office"]
                )
            except ReportError:
                continue  # somebody was quicker: the next one then
            taken.append(wanted.place)
        connection.close()

    threads = [Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) >= 12
    assert [first for first, _, _ in used(bureau)] == list(range(1, len(taken) + 2))
