"""An import is undone as a whole while nothing was built on it; what stands in the way is named."""

import json
from datetime import date

import pytest

from tests.kernel.tampering import verified
from tests.kernel.test_import_again import GOOD, book, confirm, load, publications, row
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.errors import ConflictError, NotAllowedError, NotPossibleError
from zhunsheng.kernel.figure.models import Closing
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.models import Batch, Standing, Version
from zhunsheng.kernel.record.undo_batch import UndoRefusedError, undo_batch
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.kernel.workbook.load import Ways, import_workbook
from zhunsheng.regimes.disclosure.models import Posting, Publication
from zhunsheng.regimes.oversight.models import Submission

pytestmark = pytest.mark.django_db
DAY = date(2024, 3, 5)
WHY = "导错年度"  # the wrong year


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def undo(bureau: Bureau, batch: Batch, by: str = "office_recorder") -> int:
    return undo_batch(batch, by=bureau.persons[by], reason=WHY)


def standings() -> set[str]:
    return set(Submission.objects.values_list("standing", flat=True))


def test_who_imported_undoes_it_before_it_is_confirmed(bureau: Bureau) -> None:
    done = load(bureau, book(row("1号"), row("2号")))
    assert Obligation.objects.exists()
    assert undo(bureau, done.batch) == 2
    assert standings() == {Standing.VOIDED}
    assert not Obligation.objects.exists()
    last = Version.objects.filter(item_id=Submission.objects.get(number="2号").pk).latest("number")
    assert (last.number, last.action, last.reason) == (2, "undo_batch", WHY)
    content = json.loads(Entry.objects.latest("sequence").payload)
    assert content["details"] == {"batch": done.batch.pk, "rows": 2, "source": "台账.xlsx"}
    assert content["versions"]["count"] == 2
    assert verified().holds


def test_the_same_workbook_can_be_imported_again(bureau: Bureau) -> None:
    undo(bureau, load(bureau, book(row("1号"))).batch)
    again = load(bureau, book(row("1号")))
    assert again.total == 1
    assert standings() == {Standing.VOIDED, Standing.SUBMITTED}


def test_once_confirmed_it_takes_somebody_who_could_confirm_it(bureau: Bureau) -> None:
    done = load(bureau, book(row("1号")))
    confirm(bureau, done)
    done.batch.refresh_from_db()
    with pytest.raises(NotAllowedError, match="法规科撤销"):
        undo(bureau, done.batch)
    assert undo(bureau, done.batch, by="legal_officer") == 1
    assert Entry.objects.filter(action="refused:undo_batch").count() == 1


@pytest.mark.parametrize("by", ["recorder", "principal", "administrator"])
def test_nobody_else_undoes_it(bureau: Bureau, by: str) -> None:
    done = load(bureau, book(row("1号")))
    with pytest.raises(NotAllowedError):
        undo(bureau, done.batch, by=by)
    assert standings() == {Standing.SUBMITTED}


def test_an_undone_import_is_neither_confirmed_nor_undone_again(bureau: Bureau) -> None:
    done = load(bureau, book(row("1号")))
    undo(bureau, done.batch)
    with pytest.raises(ConflictError):
        confirm(bureau, done)
    with pytest.raises(NotPossibleError, match="已经撤销"):
        undo(bureau, done.batch)
    assert standings() == {Standing.VOIDED}


def test_a_reason_is_asked_for(bureau: Bureau) -> None:
    done = load(bureau, book(row("1号")))
    with pytest.raises(NotPossibleError, match="理由"):
        undo_batch(done.batch, by=bureau.persons["office_recorder"], reason=" ")


def test_a_row_corrected_since_holds_the_whole_and_is_named(bureau: Bureau) -> None:
    done = load(bureau, book(row("1号"), row("2号")))
    kept = Submission.objects.get(number="2号")
    amend(kept, {"title": "改过的名称"}, by=bureau.persons["office_recorder"], reason="笔误")
    with pytest.raises(UndoRefusedError) as refused:
        undo(bureau, done.batch)
    (held,) = refused.value.held
    assert (held.item, held.title) == (kept.pk, "改过的名称")
    assert "已更正" in held.zh
    assert standings() == {Standing.SUBMITTED}
    void(kept, by=bureau.persons["legal_officer"], reason="重复")
    assert undo(bureau, done.batch) == 1
    assert standings() == {Standing.VOIDED}


def renamed(bureau: Bureau, title: str = "改过的名称") -> Batch:
    """The import that gave the confirmed row 1号 another title, and brought 2号 or found it."""
    rows = book(row("1号", 名称=title), row("2号"))
    return load(bureau, rows, Ways(updates=True)).batch


def first() -> Submission:
    return Submission.objects.get(number="1号")


def test_a_row_it_changed_holds_again_what_was_confirmed_before(bureau: Bureau) -> None:
    confirm(bureau, load(bureau, book(row("1号"))))
    before = first()
    batch = renamed(bureau)
    assert (first().title, first().standing) == ("改过的名称", Standing.SUBMITTED)
    assert undo(bureau, batch) == 2
    after = first()
    kept = ("title", "standing", "confirmed_by_id", "confirmed_at", "recorded_by_id", "recorded_at")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    assert (after.version, before.version) == (4, 2)
    assert Submission.objects.get(number="2号").standing == Standing.VOIDED
    content = json.loads(Entry.objects.latest("sequence").payload)
    assert content["details"]["put_back"] == content["details"]["rows"] == 1
    assert content["versions"]["count"] == 2
    assert verified().holds


def test_a_confirmed_change_is_put_back_by_who_could_confirm_it(bureau: Bureau) -> None:
    confirm(bureau, load(bureau, book(row("1号"))))
    batch = renamed(bureau)
    confirm_batch(batch, by=bureau.persons["legal_officer"])
    batch.refresh_from_db()
    with pytest.raises(NotAllowedError, match="法规科撤销"):
        undo(bureau, batch)
    undo(bureau, batch, by="legal_officer")
    assert (first().title, first().standing) == ("关于1号的建议", Standing.CONFIRMED)


def test_a_row_changed_again_since_holds_the_whole_and_is_named(bureau: Bureau) -> None:
    confirm(bureau, load(bureau, book(row("1号"))))
    batch = renamed(bureau)
    amend(first(), {"title": "又改"}, by=bureau.persons["office_recorder"], reason="笔误")
    with pytest.raises(UndoRefusedError) as refused:
        undo(bureau, batch)
    (held,) = refused.value.held
    assert (held.item, held.title) == (first().pk, "又改")
    assert Submission.objects.get(number="2号").standing == Standing.SUBMITTED
    void(first(), by=bureau.persons["legal_officer"], reason="重复")
    assert undo(bureau, batch) == 1
    assert (first().title, first().standing) == ("又改", Standing.VOIDED)


def test_of_two_imports_of_a_row_the_later_is_undone_first(bureau: Bureau) -> None:
    done = load(bureau, book(row("1号")))
    second, third = renamed(bureau), renamed(bureau, "第三个名称")
    for earlier in (done.batch, second):
        with pytest.raises(UndoRefusedError):
            undo(bureau, earlier)
    undo(bureau, third)
    assert first().title == "改过的名称"
    undo(bureau, second)
    assert (first().title, first().standing) == ("关于1号的建议", Standing.SUBMITTED)
    confirm(bureau, done)
    assert first().standing == Standing.CONFIRMED
    assert verified().holds


def test_steps_the_import_recorded_are_not_taken_back(bureau: Bureau) -> None:
    confirm(bureau, load(bureau, book(row("1号"))))
    day = date(2024, 4, 2)
    rows = book(row("1号", 沟通日期=day, 答复日期=day, 答复文号="澜科函〔2024〕9号"))
    done = load(bureau, rows, Ways(updates=True))
    with pytest.raises(UndoRefusedError, match="已随导入登记办理步骤"):
        undo(bureau, done.batch)
    assert first().replied_on == day


def test_what_hangs_under_a_row_holds_it(bureau: Bureau) -> None:
    done = load(bureau, publications(), GOOD)
    first = Publication.objects.get()
    bureau.put(
        Posting, division="office", publication=first, channel="wechat", posted_on=DAY,
        address="https://kjj.example/3",
    )  # fmt: skip
    with pytest.raises(UndoRefusedError, match="已有“发布记录”记录"):
        undo(bureau, done.batch)


def test_lines_the_import_brought_itself_go_with_it(bureau: Bureau) -> None:
    done = load(bureau, publications(), GOOD)
    assert undo(bureau, done.batch) == 2
    assert Posting.objects.get().standing == Publication.objects.get().standing == Standing.VOIDED


def test_registers_the_import_closed_are_open_again(bureau: Bureau) -> None:
    done = load(bureau, book(row("1号")))
    batch = done.batch
    Closing.objects.create(
        agency=bureau.agency, division=bureau.divisions["office"], year=2024,
        register="oversight.submission", by=batch.by, at=batch.at,
    )  # fmt: skip
    undo(bureau, batch)
    assert list(Closing.objects.order_by("pk").values_list("closed", flat=True)) == [True, False]


def test_a_part_of_an_import_is_undone_with_all_of_what_was_stored(bureau: Bureau) -> None:
    done = import_workbook(
        "台账.xlsx", book(row("1号"), row("2号", 类别="没有的类别")),
        by=bureau.persons["office_recorder"], division=bureau.divisions["office"],
        files=lambda name: b"%PDF-1.4", ways=GOOD,
    )  # fmt: skip
    assert (done.total, undo(bureau, done.batch)) == (1, 1)
