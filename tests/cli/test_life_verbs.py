"""What the desk does before a draft and after issue, the command line does too."""

from datetime import date, datetime
from pathlib import Path

import pytest
from django.utils.timezone import get_current_timezone

from tests.reports import desk
from tests.reports.questions import REACHED, WORDS, asked
from zhunsheng.cli.main import main
from zhunsheng.kernel import clock
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.publish import publish

pytestmark = pytest.mark.django_db
Captured = pytest.CaptureFixture[str]
LEGAL, OFFICE, HEAD = "bureau-legal_officer", "bureau-office", "bureau-principal"
PART, TEXT = "shortcomings", "人才服务力量不足，原因是编制不足。"


@pytest.fixture
def bureau(monkeypatch: pytest.MonkeyPatch) -> Bureau:
    desk.leave_unfed(monkeypatch)
    return desk.small_year()


def test_a_part_is_asked_for_supplied_and_signed_off(
    bureau: Bureau, tmp_path: Path, capsys: Captured
) -> None:
    desk.written(bureau)
    words = tmp_path / "不足.txt"
    words.write_text(TEXT, encoding="utf-8")
    verb = ["parts", "2024", PART]
    assert main([*verb, "--ask", "rnd", "--due", "2025-01-20", "--by", LEGAL]) == 1
    assert "尚未签认" in capsys.readouterr().out
    assert main([*verb, "--supply", str(words), "--by", "bureau-recorder"]) == 1
    assert TEXT in Report.objects.get().parts
    assert main([*verb, "--sign-off", "--by", "bureau-head"]) == 0
    assert "已办结" in capsys.readouterr().out
    words.write_text(f"改：{TEXT}", encoding="utf-8")
    assert main([*verb, "--edit", str(words), "--by", LEGAL]) == 1  # the sign-off was of the old
    assert main([*verb, "--excuse", "负责人出差", "--by", LEGAL]) == 0


def test_only_the_division_s_head_signs_off(bureau: Bureau, capsys: Captured) -> None:
    desk.written(bureau)
    verb = ["parts", "2024", PART]
    main([*verb, "--ask", "rnd", "--due", "2025-01-20", "--by", LEGAL])
    assert main([*verb, "--sign-off", "--by", LEGAL]) == 1
    assert "负责人签认" in capsys.readouterr().err


def test_text_in_another_encoding_is_refused(bureau: Bureau, tmp_path: Path) -> None:
    desk.written(bureau)
    words = tmp_path / "不足.txt"
    words.write_bytes(TEXT.encode("gb18030"))
    assert main(["parts", "2024", PART, "--edit", str(words), "--by", LEGAL]) == 1
    assert TEXT not in Report.objects.get().parts


def test_a_finding_is_accepted_with_its_reason(bureau: Bureau, capsys: Captured) -> None:
    report = desk.written(bureau)
    edit_part(report, "other", "另有12件正在办理。", by=bureau.persons["legal_officer"])
    given = ["waive", "2024", "NUM001", "--text", "12件", "--by", LEGAL, "--reason", "市政府来文"]
    assert main(given) == 0
    assert "尚余0个问题" in capsys.readouterr().out


def test_an_erratum_needs_whoever_approves_it(bureau: Bureau, capsys: Captured) -> None:
    edition = desk.issued(bureau)
    given = ["errata", "2024", "--wrong", "2条", "--right", "3条", "--reason", "漏登一条"]
    with pytest.raises(SystemExit):
        main([*given, "--by", LEGAL])
    assert main([*given, "--approved-by", HEAD, "--by", LEGAL]) == 0
    assert "1 “2条”更正为“3条”：漏登一条" in capsys.readouterr().out
    assert edition.errata.count() == 1


def test_an_edition_is_archived_once_it_was_delivered(bureau: Bureau, capsys: Captured) -> None:
    edition = desk.issued(bureau)
    given = ["archive", "2024", "KJJ-2025-永久-0006", "--by", OFFICE]
    assert main(given) == 1
    assert "尚未登记送达" in capsys.readouterr().err
    deliver(edition, desk.ADDRESSEES, on=date(2025, 2, 24), by=bureau.persons["office"])
    assert main(given) == 0
    assert edition.archivings.get().retention == "永久"


def published(bureau: Bureau) -> Edition:
    edition = desk.issued(bureau)
    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    publish(edition, by=office, reviewed_by=legal, note="不涉密，可以公开")
    return edition


def test_a_leak_is_reported_after_the_withdrawal_it_led_to(
    bureau: Bureau, capsys: Captured
) -> None:
    edition = published(bureau)
    given = ["leak", "2024", "--to", "澜川市国家保密局", "--by", OFFICE]
    assert main(given) == 1
    assert "没有撤下" in capsys.readouterr().err
    assert main(["withdraw", "2024", "--by", OFFICE, "--reason", "涉密", "--leak"]) == 0
    assert main(given) == 0
    assert "未逾期" in capsys.readouterr().out
    withdrawal = edition.visibilities.get(public=False)
    assert withdrawal.leak_reports.get().to == "澜川市国家保密局"


def test_a_question_is_listed_answered_and_shown(bureau: Bureau, capsys: Captured) -> None:
    edition = published(bureau)
    verb = ["questions", "2024", "--by", OFFICE]
    assert main(verb) == 0
    assert "没有疑问" in capsys.readouterr().out
    with clock.standing_at(datetime(2025, 3, 4, 10, tzinfo=get_current_timezone())):
        asked(edition)
    with clock.standing_at(datetime(2025, 3, 26, 10, tzinfo=get_current_timezone())):
        assert main(verb) == 1
        told = capsys.readouterr().out
    assert f"1 派驻组提出意见：{WORDS}" in told
    assert "应于2025-03-25前（含当日）答复，已逾期" in told
    assert REACHED not in told
    assert main([*verb, "--show", "1"]) == 1
    assert "尚未答复" in capsys.readouterr().err
    assert main([*verb, "--answer", "1", "--text", "口径不同。", "--public"]) == 0
    assert "已说明：口径不同。（已公开）" in capsys.readouterr().out
    assert main([*verb, "--hide", "1", "--reason", "表述不当"]) == 0
    assert "未公开" in capsys.readouterr().out


@pytest.mark.parametrize("given", [["--answer", "7"], ["--answer", "1", "--erratum", "7"]])
def test_a_question_or_erratum_there_is_not_is_named(
    bureau: Bureau, capsys: Captured, given: list[str]
) -> None:
    asked(published(bureau))
    assert main(["questions", "2024", "--by", OFFICE, *given, "--text", "口径不同。"]) == 1
    assert "没有第7号" in capsys.readouterr().err


def test_questions_are_not_listed_to_every_account(bureau: Bureau, capsys: Captured) -> None:
    asked(published(bureau))
    assert main(["questions", "2024", "--by", "bureau-recorder"]) == 1
    assert WORDS not in capsys.readouterr().out
