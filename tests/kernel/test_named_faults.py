"""What a bureau's sheet is most often wrong in: refused whole, by column, in both languages."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.kernel.test_import_again import book, row
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.kernel.workbook.errors import WorkbookRefusedError
from zhunsheng.kernel.workbook.load import import_workbook
from zhunsheng.regimes.oversight.models import Submission

pytestmark = pytest.mark.django_db
_FILES = {"办理卷.pdf": b"%PDF-1.4 papers", "程序.exe": b"MZ", "改名.pdf": b"MZ\x90"}


@pytest.mark.parametrize(
    ("changes", "column", "zh", "en"),
    [
        ({"编号": "1号"}, "编号", "与第2行重复", "repeats row 2"),
        ({"类别": "建议"}, "类别", "不在可选范围", "is not one of"),
        ({"交办日期": date(2024, 6, 4)}, "交办日期", "今天之后", "to come"),
        ({"交办日期": "2024-02-30"}, "交办日期", "不存在", "does not exist"),
        ({"交办日期": "三月上旬"}, "交办日期", "不是日期", "not a date"),
        ({"佐证": "程序.exe"}, "佐证", "只接受", "only"),
        ({"佐证": "改名.pdf"}, "佐证", "内容与扩展名.pdf不符", "is not .pdf"),
        ({"佐证": "没有.pdf"}, "佐证", "没有找到这个文件", "no such file"),
    ],
)
def test_a_fault_names_its_cell_and_nothing_is_stored(
    changes: dict[str, object], column: str, zh: str, en: str
) -> None:
    bureau = make_bureau()
    noon = datetime(2024, 6, 3, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    with standing_at(noon), pytest.raises(WorkbookRefusedError) as refused:
        import_workbook(
            "台账.xlsx",
            book(row("1号"), row("2号", **changes)),
            by=bureau.persons["office_recorder"],
            division=bureau.divisions["office"],
            files=_FILES.get,
        )
    (fault,) = refused.value.faults
    assert (fault.row, fault.column) == (3, column)
    assert zh in fault.zh
    assert en in fault.en
    assert not Submission.objects.exists()
    assert not File.objects.exists()
