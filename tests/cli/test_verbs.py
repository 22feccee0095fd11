"""One verb each over the same actions as the desk: what it prints, what it refuses, its exit."""

import json
import re
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from django.utils import timezone

from tests.kernel.test_foreign_tables import EXPORT, LINES, mapped
from tests.kernel.test_review_log import ALL_THREE, ONE_ROW, map_levels
from tests.kernel.workbooks import HEAD, document, workbook
from zhunsheng.cli.main import main
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.record.models import Item
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.disclosure.models import Publication
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.oversight.models import Submission, TeamRemark

pytestmark = pytest.mark.django_db
Captured = pytest.CaptureFixture[str]
DOCUMENTS = "规范性文件"  # the register of normative documents


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    made.confirmed(
        TeamRemark,
        division="office",
        title="关于评审回避的意见",  # on recusal
        about="项目评审",  # the review of projects
        made_on=date(2024, 5, 8),
    )
    made.close_all(2024)
    return made


def submission(bureau: Bureau) -> None:
    bureau.confirmed(
        Submission,
        division="office",
        title="关于人才的建议",  # on talent
        body="suggestion",
        number="1号",
        role="lead",
        assigned_by="市政府督查室",
        assigned_on=date(2024, 3, 12),
    )


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"]])
def test_without_a_verb_it_lists_them(arguments: list[str], capsys: Captured) -> None:
    assert main(arguments) == 0
    told = capsys.readouterr().out
    for verb in ("audit", "demo", "import", "verify", "due"):
        assert f"  {verb} " in told


def test_an_unknown_verb_is_named_on_the_error_stream(capsys: Captured) -> None:
    assert main(["fly"]) == 2
    assert "fly" in capsys.readouterr().err


def test_figures_print_values_and_identities(bureau: Bureau, capsys: Captured) -> None:
    assert main(["figures", "2024"]) == 0
    told = capsys.readouterr().out
    assert "oversight.remarks " in told
    assert "✗" not in told


def test_figures_as_json_are_facts(bureau: Bureau, capsys: Captured) -> None:
    assert main(["figures", "2024", "--json", "--agency", bureau.agency.code]) == 0
    found = {fact["key"]: fact for fact in json.loads(capsys.readouterr().out)}
    assert found["oversight.remarks"]["value"] == "1"


def test_a_register_nobody_closed_is_missing_by_division(bureau: Bureau, capsys: Captured) -> None:
    assert main(["figures", "2023"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = [t for t in lines if t.strip().startswith("oversight.remarks ")]
    assert "missing" in line
    assert "办公室" in line  # the office


def test_a_figure_is_explained_with_its_rows(bureau: Bureau, capsys: Captured) -> None:
    assert main(["explain", "oversight.remarks", "2024"]) == 0
    told = capsys.readouterr().out
    assert "count oversight.teamremark confirmed dated by made_on" in told
    assert "关于评审回避的意见" in told


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["explain", "oversight.fame", "2024"], "oversight.fame"),
        (["figures", "2024", "--agency", "nowhere"], "bureau"),  # the codes there are
        (["export", "fame", "x.xlsx", "--by", "bureau-recorder"], DOCUMENTS),
        (["export", DOCUMENTS, "x.xlsx", "--by", "nobody"], "nobody"),
        (["template", "x.xlsx", "--regime", "fame"], "norms"),
        (["import", "x.xlsx", "--by", "bureau-recorder", "--division", "moon"], "office"),
        (["organise", "missing.toml"], "missing.toml"),
        (["password", "nobody"], "nobody"),
        (["template", "missing/x.xlsx"], "missing/x.xlsx"),
        (["export", DOCUMENTS, "missing/x.xlsx", "--by", "bureau-office"], "missing/x.xlsx"),
    ],
)
def test_what_cannot_be_found_or_written_is_refused_in_both_languages(
    bureau: Bureau, capsys: Captured, arguments: list[str], named: str
) -> None:
    assert main(arguments) == 1
    zh, en = capsys.readouterr().err.strip().splitlines()
    assert named in zh + en
    assert not zh.isascii()
    assert re.search(r"[a-z]+ [a-z]+", en)


def test_due_is_one_while_something_is_overdue(bureau: Bureau, capsys: Captured) -> None:
    submission(bureau)
    for day, code in ((datetime(2024, 4, 1, 9), 0), (datetime(2024, 12, 31, 9), 1)):  # noqa: DTZ001
        with standing_at(timezone.make_aware(day)):
            assert main(["due"]) == code
        assert "关于人才的建议" in capsys.readouterr().out


def test_a_workbook_is_imported_and_waits_for_confirmation(
    bureau: Bureau, tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(workbook({DOCUMENTS: [HEAD, document("1号")]}))
    (tmp_path / "登记簿.pdf").write_bytes(b"%PDF-1.4 register")
    arguments = ["import", str(path), "--by", "bureau-legal_recorder", "--division", "legal"]
    assert main(arguments) == 0
    assert "1 rows, to be confirmed" in capsys.readouterr().out
    assert NormativeDocument.objects.get().standing == "submitted"


def test_rows_gone_from_the_source_are_told_by_number(
    bureau: Bureau, tmp_path: Path, capsys: Captured
) -> None:
    mapped(bureau)
    path = tmp_path / "导出.csv"
    arguments = ["import", str(path), "--by", "bureau-office_recorder", "--division", "office"]
    third = "0033,关于实验室的提案,主办件,2024-03-06,政协,\n"
    for lines, told in (((*LINES, third), False), ((LINES[0], third), True)):
        path.write_bytes((EXPORT + "".join(lines)).encode())
        assert main(arguments) == 0
        out = capsys.readouterr().out
        assert ("1 rows are gone from the source" in out) is told
        assert ("关于中试基地的提案" in out) is told


def test_a_register_without_numbers_says_what_cannot_be_told(
    bureau: Bureau, tmp_path: Path, capsys: Captured
) -> None:
    bureau.confirmed(
        Publication, division="office", title="申报通知", index_number="2024-001",
        category="services", formed_on=date(2024, 3, 1),
    )  # fmt: skip
    map_levels(bureau)
    path = tmp_path / "审签单.csv"
    path.write_bytes((ONE_ROW + ALL_THREE).encode("gbk"))
    arguments = ["import", str(path), "--by", "bureau-office_recorder", "--division", "office"]
    assert main(arguments) == 0
    assert "没有编号，来源系统删除的行无法得知" in capsys.readouterr().out


def test_a_refused_workbook_leaves_nothing_and_the_others_go_on(
    bureau: Bureau, tmp_path: Path, capsys: Captured
) -> None:
    for name, rows in {
        "a.xlsx": [HEAD, document("1号", 公布日期="2024-02-30")],
        "b.xlsx": [HEAD, document("2号")],
    }.items():
        (tmp_path / name).write_bytes(workbook({DOCUMENTS: rows}))
    (tmp_path / "登记簿.pdf").write_bytes(b"%PDF-1.4 register")
    before = Item.objects.count()
    files = [str(tmp_path / name) for name in ("a.xlsx", "missing.xlsx", "b.xlsx")]
    assert main(["import", *files, "--by", "bureau-legal_recorder", "--division", "legal"]) == 1
    told = capsys.readouterr().out
    assert "2024-02-30" in told
    assert "missing.xlsx" in told
    assert Item.objects.count() == before + 1


def test_a_register_is_exported_as_far_as_the_person_sees(
    bureau: Bureau, tmp_path: Path, capsys: Captured
) -> None:
    rows = {}
    for account in ("bureau-legal_officer", "bureau-recorder"):
        path = tmp_path / f"{account}.xlsx"
        assert main(["export", "oversight.teamremark", str(path), "--by", account]) == 0
        sheet = openpyxl.load_workbook(path).worksheets[0]
        rows[account] = "关于评审回避的意见" in [c.value for row in sheet for c in row]
    assert rows == {"bureau-legal_officer": True, "bureau-recorder": False}


def test_the_template_has_a_sheet_for_each_register(
    bureau: Bureau, tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "模板.xlsx"
    assert main(["template", str(path), "--regime", "norms"]) == 0
    names = openpyxl.load_workbook(path).sheetnames
    assert {DOCUMENTS, "文件清理", "清理结论"} <= set(names)
    assert "建议提案" not in names  # a register of another regime


def test_an_organisation_is_loaded_whole_or_not_at_all(tmp_path: Path, capsys: Captured) -> None:
    head = '[agency]\ncode = "x"\nname = "某局"\nshort_name = "某局"\n'
    division = '[[division]]\ncode = "office"\nname = "办公室"\nkind = "office"\n'
    person = '[[person]]\naccount = "first"\nname = "甲"\nposts = [{ role = "ROLE" }]\n'
    path = tmp_path / "org.toml"
    path.write_text(head + division + person.replace("ROLE", "king"), encoding="utf-8")
    assert main(["organise", str(path)]) == 1
    assert not Agency.objects.exists()
    assert "king" in capsys.readouterr().err
    path.write_text(head.replace('"某局"', "5") + division + person, encoding="utf-8")
    assert main(["organise", str(path)]) == 1
    assert "org.toml" in capsys.readouterr().err
    path.write_text(head + division + person.replace("ROLE", "office"), encoding="utf-8")
    assert main(["organise", str(path)]) == 0
    assert Person.objects.get().has_usable_password() is False
    assert main(["organise", str(path)]) == 1
    assert Agency.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("short", "short"), 1),
        (("a-long-password", "another-one!"), 1),
        (("three-sheep-graze",) * 2, 0),
    ],
)
def test_a_password_is_typed_twice_and_long_enough(
    bureau: Bureau,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, str],
    code: int,
) -> None:
    answers = iter(typed)
    monkeypatch.setattr("zhunsheng.cli.commands.password.getpass", lambda _: next(answers))
    assert main(["password", "bureau-office"]) == code
    assert Person.objects.get(username="bureau-office").has_usable_password() is (code == 0)
    told = capsys.readouterr()
    assert typed[0] not in told.out + told.err
