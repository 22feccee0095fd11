"""What a row is called by has the register's own word for it; the general one is read as well."""

from datetime import date

import pytest

from tests.kernel.workbooks import workbook
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.layout import columns_of
from zhunsheng.kernel.workbook.load import import_workbook
from zhunsheng.regimes.counsel.models import GovernmentLawyer

pytestmark = pytest.mark.django_db
SHEET = "公职律师"  # the sheet of government lawyers
REST = ("证书编号", "任职起")
ROW = ("顾闻", "公职〔2022〕0263", date(2022, 6, 1))


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def load(bureau: Bureau, *rows: tuple[object, ...]) -> None:
    import_workbook(
        "台账.xlsx",
        workbook({SHEET: [list(row) for row in rows]}),
        by=bureau.persons["legal_recorder"],
        division=bureau.divisions["legal"],
    )


def test_the_template_and_the_form_ask_a_person_by_name() -> None:
    (register,) = [r for r in registry().registers() if r.of is GovernmentLawyer]
    assert columns_of(register)[0].zh == "姓名"


@pytest.mark.parametrize("word", ["姓名", "名称", "name", "title"])
def test_the_own_word_and_the_general_one_are_read(bureau: Bureau, word: str) -> None:
    load(bureau, (word, *REST), ROW)
    assert [row.title for row in GovernmentLawyer.objects.all()] == ["顾闻"]


def test_both_at_once_are_refused(bureau: Bureau) -> None:
    with pytest.raises(WorkbookRefusedError) as refusal:
        load(bureau, ("姓名", "名称", *REST), ("顾闻", *ROW))
    assert [(f.column, f.zh[:4]) for f in refusal.value.faults] == [("名称", "表头重复")]
    assert not GovernmentLawyer.objects.exists()
