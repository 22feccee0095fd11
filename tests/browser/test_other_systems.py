"""Exports of three systems: each mapped once on screen, and read by itself from then on."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.importing import map_columns, offer, remember, store
from tests.browser.visit import Visits
from tests.kernel.workbooks import workbook
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.services.models import ServiceItem

_ITEMS: list[list[object]] = [
    ["政府信息公开目录导出"],
    ["导出单位：办公室", None, "导出日期：", date(2024, 4, 1)],
    ["序号", "目录索引号", "信息标题", "栏目", "生成日期"],
    [1, "XX-001", "2024年部门预算", "财政预算决算", date(2024, 3, 1)],
]
_MORE: list[object] = [2, "XX-002", "项目申报通知", "规划和相关政策", date(2024, 3, 11)]
_PROPOSALS = "提案号,案由,承办类型,交办时间\n0031,关于科技金融的提案,主办件,2024-03-04 09:30:00\n"
_CASES = "办件流水号,申请人事项,事项码,来源,收件时间\nA-1,来华工作许可,LC-1,网上,2024-03-04\n"


@dataclass(frozen=True)
class System:
    """Its file of one month and of the next, and how its columns map to a register."""

    name: str
    file: str
    first: bytes
    second: bytes
    register: str
    columns: dict[str, str]
    constants: dict[str, str]
    words: dict[str, str]
    number: str


SYSTEMS = (
    System(
        "政务服务平台", "办件.csv", _CASES.encode("gbk"),
        (_CASES.replace("来华工作许可", "外国人来华工作许可")
         + "A-2,技术合同登记,LC-1,窗口,2024-04-02\n").encode("gbk"),
        "services.application",
        {"number": "办件流水号", "title": "申请人事项", "service": "事项码", "channel": "来源",
         "received_on": "收件时间"},
        {}, {}, "A-1",
    ),
    System(
        "公开目录系统", "目录.xlsx", workbook({"导出": _ITEMS}),
        workbook({"导出": [*_ITEMS[:3], [*_ITEMS[3][:2], "2024年部门预算（更正）", *_ITEMS[3][3:]],
                          _MORE]}),
        "disclosure.publication",
        {"index_number": "目录索引号", "title": "信息标题", "category": "栏目",
         "formed_on": "生成日期"},
        {}, {}, "XX-001",
    ),
    System(
        "提案办理系统", "提案.csv", _PROPOSALS.encode(),
        (_PROPOSALS.replace("科技金融", "科技金融创新")
         + "0032,关于中试基地的提案,会办件,2024-04-01\n").encode(),
        "oversight.submission",
        {"number": "提案号", "title": "案由", "role": "承办类型", "assigned_on": "交办时间"},
        {"body": "政协提案", "assigned_by": "市政协"},
        {"role": "主办件=主办\n会办件=协办"}, "0031",
    ),
)  # fmt: skip


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.register)
def test_an_export_is_mapped_once_and_the_next_one_updates_by_its_number(
    visits: Visits, tmp_path: Path, system: System
) -> None:
    visits.bureau.confirmed(
        ServiceItem, division="office", number="LC-1", title="外国人来华工作许可", kind="permit",
        level="handled", basis="外国人入境出境管理条例", in_powers=True, in_catalogue=True,
        added_on=date(2023, 6, 15),
    )  # fmt: skip
    clerk = visits.of("office_recorder")
    offer(clerk, tmp_path / system.file, system.first)
    clerk.locator("main a[href*='/columns/']").first.click()
    _map(clerk, system)
    store(clerk)
    row = _row(system)
    version = row.version
    offer(clerk, tmp_path / system.file, system.second)
    expect(clerk.locator(".refusal")).to_have_count(0)  # known by its columns
    expect(clerk.locator("main")).to_contain_text("更新")
    store(clerk)
    again = _row(system)
    assert again.pk == row.pk
    assert again.version == version + 1
    assert type(again)._default_manager.filter(item__batch__isnull=False).count() == 2


def _map(page: Page, system: System) -> None:
    map_columns(page, system.register, system.name, system.columns)
    for name, text in system.constants.items():
        page.fill(f"input[name='constant:{name}']", text)
    for name, pairs in system.words.items():
        page.fill(f"textarea[name='words:{name}']", pairs)
    remember(page)


def _row(system: System) -> Record:
    register = registry().register(system.register)
    return register.of._default_manager.get(**{register.number: system.number})
