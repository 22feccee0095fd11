"""Importing what another system exports, by a mapping made once."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.kernel.test_import_again import confirm, load
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.delimited import open_delimited
from zhunsheng.kernel.workbook.errors import WorkbookError, WorkbookRefusedError
from zhunsheng.kernel.workbook.load import check_workbook
from zhunsheng.kernel.workbook.source import SourceError, guessed, remember_source
from zhunsheng.regimes.oversight.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


EXPORT = "提案号,案由,承办类型,交办时间,承办单位类型,系统备注\n"
LINES = (
    "0031,关于科技金融的提案,主办件,2024-03-04 09:30:00,政协,旧\n",
    '="0032",关于中试基地的提案,会办件,2024/3/5,政协,\n',
)
COLUMNS = {"number": "提案号", "title": "案由", "role": "承办类型", "assigned_on": "交办时间"}
WORDS = {"role": {"主办件": "主办", "会办件": "协办"}}
CONSTANTS = {"body": "政协提案", "assigned_by": "市政协", "division": "办公室"}


def mapped(bureau: Bureau, constants: Mapping[str, str] = CONSTANTS, by: str = "") -> None:
    remember_source(
        bureau.agency,
        "提案办理系统",
        registry().register("oversight.submission"),
        columns=COLUMNS,
        constants=constants,
        words=WORDS,
        by=bureau.persons[by or "office_recorder"],
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_export_is_read_by_its_mapping_in_any_usual_encoding(
    bureau: Bureau, encoding: str
) -> None:
    mapped(bureau)
    done = load(bureau, (EXPORT + "".join(LINES)).encode(encoding), name="导出.csv")
    assert done.rows == (("建议提案", 2),)
    found = {s.number: s for s in Submission.objects.all()}
    assert set(found) == {"0031", "0032"}
    assert (found["0032"].role, found["0032"].assigned_on) == ("co", date(2024, 3, 5))
    assert {s.assigned_by for s in found.values()} == {"市政协"}


def test_next_months_export_brings_only_what_is_new_or_changed(bureau: Bureau) -> None:
    mapped(bureau)
    confirm(bureau, load(bureau, (EXPORT + LINES[0]).encode(), name="导出.csv"))
    later = EXPORT + LINES[0].replace("科技金融", "科技保险") + LINES[1]
    done = load(bureau, later.encode(), name="导出.csv")
    assert (done.total, done.changed) == (1, 1)
    confirm(bureau, done)
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), ["oversight.proposals"])
    assert found["oversight.proposals"].value == 2


def test_columns_that_are_not_read_are_named(bureau: Bureau) -> None:
    mapped(bureau)
    checked = check_workbook(
        "导出.csv",
        (EXPORT + LINES[0]).encode(),
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
    )
    assert checked.unread == (("提案办理系统", "承办单位类型"), ("提案办理系统", "系统备注"))


def test_faults_of_an_export_keep_their_own_lines(bureau: Bureau) -> None:
    mapped(bureau)
    text = EXPORT + LINES[0] + LINES[1].replace("2024/3/5", "二月三十")
    with pytest.raises(WorkbookRefusedError) as refused:
        load(bureau, text.encode("gb18030"), name="导出.csv")
    (fault,) = refused.value.faults
    assert (fault.sheet, fault.row, fault.value) == ("导出", 3, "二月三十")


def test_a_mapping_that_fills_less_than_the_register_needs_is_refused(bureau: Bureau) -> None:
    with pytest.raises(SourceError) as refused:
        mapped(bureau, constants={})
    assert "类别、交办机关" in refused.value.zh
    with pytest.raises(NotAllowedError):
        mapped(bureau, by="adviser")


def test_columns_are_guessed_by_their_names(bureau: Bureau) -> None:
    register = registry().register("oversight.submission")
    found = guessed(register, ("提案编号", "名称", "交办日期", "备注"))
    assert (found["number"], found["title"], found["assigned_on"]) == (
        "提案编号", "名称", "交办日期",
    )  # fmt: skip
    assert "备注" not in found.values()


def test_bytes_that_are_no_table_are_refused_by_name() -> None:
    with pytest.raises(WorkbookError) as refused:
        open_delimited("图片.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    assert "图片.csv" in refused.value.zh


def test_a_system_s_table_called_as_the_register_is_read_by_its_mapping(bureau: Bureau) -> None:
    mapped(bureau)
    done = load(bureau, (EXPORT + LINES[0]).encode(), name="建议提案.csv")
    assert done.rows == (("建议提案", 1),)
    assert Submission.objects.get().number == "0031"
