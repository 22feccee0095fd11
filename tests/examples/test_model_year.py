"""The model year through the import everybody uses: each figure is what the workbooks add up to."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

import pytest
from django.db.models import DateField, DateTimeField, F

from benchmarks import figures_by_hand, many_years
from tests.examples import expected, model_year
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope, Status
from zhunsheng.kernel.figure.identity import check_declared, check_identities
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.procedure.models import Irregularity
from zhunsheng.kernel.record.models import Item
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.kernel.workbook.errors import WorkbookError, WorkbookRefusedError
from zhunsheng.kernel.workbook.load import import_workbook
from zhunsheng.statute.calendar import shipped_calendar

pytestmark = pytest.mark.django_db

_EXPECTED = [
    importlib.import_module(f"{expected.__name__}.{found.name}")
    for found in pkgutil.iter_modules(expected.__path__)
]
#: Figure → value, its unit: what the bureau's 2024 ledgers say, a file for each regime.
YEAR: dict[str, tuple[int, str]] = {k: v for module in _EXPECTED for k, v in module.YEAR.items()}
#: Rule → how often the year broke it, where a regime's file says so.
BROKEN: dict[str, int] = {
    k: v for module in _EXPECTED for k, v in getattr(module, "BROKEN", {}).items()
}


def test_every_figure_of_the_year_is_exact_and_every_identity_holds() -> None:
    agency = model_year.load_all()
    scope = Scope(agency.pk, 2024)
    found = facts(scope)
    counted = {key: (int(found[key].value or 0), found[key].unit) for key in YEAR}
    assert counted == YEAR
    satisfaction = found["oversight.satisfaction"]
    assert (satisfaction.numerator, satisfaction.denominator) == (Decimal(9), Decimal(9))
    assert {f.status for f in found.values()} <= {Status.VALUE, Status.UNDEFINED}
    checked = (*check_identities(found), *check_declared(found, scope))
    assert [c.key for c in checked if not c.holds] == []
    assert any(c.key == "declared:norms.in_force.start" for c in checked)
    assert Counter(Irregularity.objects.values_list("rule", flat=True)) == BROKEN
    late = Obligation.objects.filter(duty="norms.filing", done_on__gt=F("due_on"))
    assert late.count() == 1  # the September document, filed too late
    _everything_was_done_on_a_working_day()
    _a_copy_of_the_year_has_its_figures(counted)


def _a_copy_of_the_year_has_its_figures(counted: Mapping[str, tuple[int, str]]) -> None:
    """The large years of the benchmarks: every register is copied, none twice."""
    large, small = many_years.fill(1, 2)
    for agency, times in ((large, 2), (small, 1)):
        found = facts(Scope(agency, 2024))
        copied = {k: int(found[k].value or 0) for k in counted}
        # Enterprises are told apart by name, and the copies' have the same names.
        once = {"outreach.enterprises"}
        assert copied == {k: n if k in once else n * times for k, (n, _) in counted.items()}
        assert figures_by_hand.differing(agency) == {}


def _everything_was_done_on_a_working_day() -> None:
    calendar = shipped_calendar()
    for register in registry().registers():
        for field in register.of._meta.concrete_fields:
            # A text may take effect on any day; nobody works on it that day.
            apart = isinstance(field, DateTimeField) or field.name == "effective_on"
            if not isinstance(field, DateField) or apart:
                continue
            days = register.of._default_manager.values_list(field.name, flat=True).distinct()
            idle = [d for d in days if d and d.year == 2024 and not calendar.is_working(d)]
            assert (register.kind, field.name, idle) == (register.kind, field.name, [])


def test_no_title_stands_twice_and_no_figure_counts_before_the_second_person() -> None:
    agency = model_year.load_all(confirmed=False)
    found = facts(Scope(agency.pk, 2024))
    assert {found[key].value for key in YEAR} == {Decimal(0)}
    for register in registry().registers():
        if register.parent is None:  # a line is called after its parent where it has no name
            titles = list(register.of._default_manager.values_list("title", flat=True))
            assert (register.kind, len(titles)) == (register.kind, len(set(titles)))


#: Faulty workbook → (row, column, value, part of why, part of what to do) of each fault.
FAULTS: dict[str, list[tuple[int, str, str, str, str]]] = {
    "全角数字.xlsx": [(4, "交办日期", "２０２４-０３-１２", "全角数字", "半角")],
    "公式单元格.xlsx": [(3, "编号", "30号", "公式", "选择性粘贴")],
    "必填为空.xlsx": [(4, "名称", "", "必填", "补填"), (5, "交办机关", "", "必填", "补填")],
    "日期错误.xlsx": [
        (4, "交办日期", "2024-02-30", "不存在", "核对"),
        (5, "交办日期", "三月上旬", "不是日期", "2024-03-05"),
        (6, "交办日期", "45363", "是数字", "单元格格式"),
    ],
    "类别不明.xlsx": [
        (4, "承办方式", "会办", "可选范围", "主办、协办、分办"),
        (5, "类别", "建议", "可选范围", "人大代表建议、政协提案"),
    ],
    "编号重复.xlsx": [
        (4, "编号", "市人大建议〔2024〕901号", "第3行重复", "核对"),
        (5, "编号", "市人大建议〔2024〕18号", "已有这个编号", "核对"),
    ],
    "没有扫描件.xlsx": [(row, "佐证", "", "扫描件", "填写") for row in (3, 4)],
}
#: Faults of a whole file, or of its header or sheets → parts of why and what to do.
WHOLE = {
    "前后矛盾.xlsx": ("答复日期早于交办日期", "请核对两个日期"),
    "合并表头.xlsx": ("合并单元格", "取消合并"),
    "未知工作表.xlsx": ("领导批示台账", "请改名"),
    "加密文件.xlsx": ("加密", "取消密码"),
    "没有数据.xlsx": ("没有任何数据行", "填写数据"),
    "空文件.xlsx": ("空文件", "重新选择"),
}


def test_every_faulty_workbook_is_refused_with_its_place_and_nothing_is_stored() -> None:
    agency = model_year.organised()
    clerk = Person.objects.get(username="zhouke")
    path = model_year.MODEL_YEAR / "办公室-建议提案.xlsx"
    model_year.load(path, by=clerk, division=agency.divisions.get(code="office"))
    items = Item.objects.count()
    entries = Entry.objects.filter(action="import").count()
    by = Person.objects.get(username="guwen")
    paths = sorted(model_year.FAULTY.glob("*.xlsx"))
    assert {path.name for path in paths} == FAULTS.keys() | WHOLE.keys()
    for path in paths:
        with pytest.raises((WorkbookError, WorkbookRefusedError)) as refusal:
            import_workbook(
                path.name,
                path.read_bytes(),
                by=by,
                division=agency.divisions.get(code="legal"),
            )
        _say_what_is_wrong(path.name, refusal.value)
        assert Item.objects.count() == items
        assert Entry.objects.filter(action="import").count() == entries


def _say_what_is_wrong(name: str, error: KernelError) -> None:
    assert name in error.zh
    assert name in error.en
    told = error.faults if isinstance(error, WorkbookRefusedError) else ()
    if name in WHOLE:
        text = error.zh + "".join(f.zh for f in told)
        assert all(part in text for part in WHOLE[name])
        return
    assert [(f.row, f.column, f.value) for f in told] == [fault[:3] for fault in FAULTS[name]]
    for fault, (*_, why, remedy) in zip(told, FAULTS[name], strict=True):
        assert fault.sheet
        assert why in fault.zh
        assert remedy in fault.zh
        assert fault.en
