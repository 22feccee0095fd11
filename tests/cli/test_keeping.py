"""Verbs that keep the ledgers right: an import undone whole, a holiday notice seen and loaded."""

from datetime import date
from pathlib import Path

import pytest

from tests.kernel.test_import_again import book, load, row
from tests.kernel.test_notices import AUTUMN
from zhunsheng.cli.main import main
from zhunsheng.kernel.duty.load_notice import remove_notice
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.regimes.oversight.models import Submission

pytestmark = pytest.mark.django_db
Captured = pytest.CaptureFixture[str]
BY = ["--by", "bureau-office_recorder"]


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def test_imports_are_listed_and_one_is_undone_with_a_reason(
    bureau: Bureau, capsys: Captured
) -> None:
    key = str(load(bureau, book(row("1号"))).batch.pk)
    assert main(["imports", *BY]) == 0
    assert "待确认" in capsys.readouterr().out
    assert main(["imports", *BY, "--undo", key]) == 1
    assert "理由" in capsys.readouterr().err
    assert main(["imports", *BY, "--undo", key, "--reason", "导错年度"]) == 0
    assert "1行作废" in capsys.readouterr().out
    assert Submission.objects.get().standing == Standing.VOIDED
    main(["imports", *BY])
    assert "已撤销" in capsys.readouterr().out


def test_rows_in_the_way_are_named(bureau: Bureau, capsys: Captured) -> None:
    key = str(load(bureau, book(row("1号"))).batch.pk)
    amend(
        Submission.objects.get(), {"title": "改过的名称"},
        by=bureau.persons["office_recorder"], reason="笔误",
    )  # fmt: skip
    assert main(["imports", *BY, "--undo", key, "--reason", "导错年度"]) == 1
    told = capsys.readouterr()
    assert "改过的名称：导入后已更正" in told.out
    assert "不能整批撤销" in told.err
    assert main(["imports", *BY, "--undo", "999", "--reason", "x"]) == 1


def test_a_notice_is_seen_before_it_is_loaded(
    bureau: Bureau, tmp_path: Path, capsys: Captured
) -> None:
    asked = bureau.confirmed(
        Request, division="office", title="申请", number="1", applicant="person", means="online",
        received_on=date(2024, 9, 10),
    )  # fmt: skip
    remove_notice(2024, by=bureau.persons["administrator"])
    path = tmp_path / "通知.toml"
    path.write_text(AUTUMN, encoding="utf-8")
    by = ["--by", "bureau-office"]

    def due() -> date:
        return Obligation.objects.get(item_id=asked.pk, duty="disclosure.reply").due_on

    assert main(["notice", str(path), *by]) == 0
    assert "1个到期日将变动" in capsys.readouterr().out
    assert due() == date(2024, 10, 8)
    assert main(["notice", str(path), *by, "--load"]) == 0
    assert due() == date(2024, 10, 14)
    path.write_text("今年放假若干天", encoding="utf-8")
    assert main(["notice", str(path), *by]) == 1
    assert main(["notice", str(path), *BY, "--load"]) == 1
