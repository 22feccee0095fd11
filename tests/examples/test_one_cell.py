"""A cell of the model year's workbooks changed moves the figures it feeds, and no other."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.db import transaction

from conftest import LONG
from tests.examples import model_year
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Fact, Scope

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Edit:
    """What a clerk types into one cell: `moves` are the figures fed by it, before and after.

    The row is the first that holds `row` in a cell.
    """

    book: str
    sheet: str
    row: str
    column: str
    value: object
    moves: dict[str, tuple[str, str]]


EDITS = (
    Edit(
        "办公室-应急与安全",
        "应急演练",
        "机关电梯困人救援演练",
        "演练日期",
        date(2023, 8, 22),
        {
            "emergency.drills": ("9", "8"),
            "emergency.drills.lift": ("1", "0"),
            "emergency.drills.people": ("465", "444"),
            "emergency.drills.evaluated": ("8", "7"),
            "emergency.drills.evaluated.rate": ("8/9", "7/8"),
        },
    ),
    Edit(
        "办公室-应急与安全",
        "安全隐患",
        "屋面排水口堵塞",
        "隐患等级",
        "重大隐患",
        {
            "emergency.hazards.general": ("13", "12"),
            "emergency.hazards.major": ("1", "2"),
        },
    ),
    Edit(
        "办公室-应急与安全",
        "安全检查",
        "重点实验室安全检查",
        "局领导带队",
        "否",
        {
            "emergency.inspections.led": ("5", "4"),
        },
    ),
    Edit(
        "办公室-会议和活动",
        "会议和活动",
        "局党组2024年第4次会议",
        "派驻组参加",
        "否",
        {
            "decisions.meetings.team_present": ("20", "19"),
            "decisions.meetings.team_absent": ("2", "3"),
            "decisions.meetings.team_rate": ("20/22", "19/22"),
        },
    ),
    Edit(
        "办公室-建议提案",
        "建议提案",
        "关于支持农业科技示范基地建设的建议",
        "代表委员意见",
        "不满意",
        {
            "oversight.satisfied": ("8", "7"),
            "oversight.dissatisfied": ("0", "1"),
            "oversight.content": ("9", "8"),
            "oversight.satisfaction": ("9/9", "8/9"),
            "oversight.rehandle_owed": ("0", "1"),
        },
    ),
    Edit(
        "办公室-政务公开",
        "发布记录",
        "LCKJ-2024-0003",
        "发布渠道",
        "微信公众号",
        {
            "disclosure.items.on_portal": ("359", "358"),
            "disclosure.items.on_wechat": ("143", "144"),
            "disclosure.postings.portal": ("359", "358"),
            "disclosure.postings.wechat": ("143", "144"),
        },
    ),
    Edit(
        "办公室-政务公开",
        "依申请公开",
        "澜科公开2024-001",
        "答复日期",
        date(2025, 1, 6),
        {
            "disclosure.requests.handled": ("5", "4"),
            "disclosure.requests.handled.opened": ("3", "2"),
            "disclosure.requests.carried_out": ("1", "2"),
            "disclosure.requests.answered": ("5", "4"),
            "disclosure.requests.on_time": ("5", "4"),
            "disclosure.requests.rate": ("5/5", "4/4"),
        },
    ),
    Edit(
        "办公室-政务服务",
        "政务服务事项",
        "LCKJ-SX-002",
        "到办事现场次数",
        1,
        {
            "services.items.no_visit": ("21", "20"),
            "services.items.no_visit.rate": ("21/27", "20/27"),
        },
    ),
    Edit(
        "办公室-政务服务",
        "辅导帮办",
        "1月政务服务窗口帮办代办",
        "服务人次",
        25,
        {
            "services.guided": ("1046", "1049"),
            "services.guided.throughout": ("303", "306"),
        },
    ),
    Edit(
        "办公室-政务服务平台办件导出",
        "办件导出",
        "LCKJ202300002",
        "评价等级",
        "不满意",
        {
            "services.content": ("369", "368"),
            "services.poor": ("2", "3"),
            "services.satisfaction": ("369/371", "368/371"),
            "services.poor.rate": ("2/2", "2/3"),
        },
    ),
    Edit(
        "政策法规科-规范性文件",
        "清理结论",
        "澜川市众创空间备案管理办法",
        "清理结论",
        "废止",
        {
            "norms.cleanup.repealed": ("1", "2"),
            "norms.cleanup.declared_invalid": ("6", "5"),
            "norms.cleanup.carried_out": ("7", "6"),
        },
    ),
    Edit(
        "政策法规科-法治宣传",
        "普法资料",
        "《中华人民共和国民法典》",
        "方式",
        "编印",
        {
            "outreach.copies.bought": ("50", "35"),
            "outreach.copies.printed": ("1000", "1015"),
        },
    ),
    Edit(
        "政策法规科-法治宣传",
        "普法活动",
        "科技企业知识产权专题讲座",
        "参加人次",
        90,
        {
            "outreach.events.people": ("3012", "3006"),
            "outreach.events.people.signed": ("1352", "1346"),
        },
    ),
    Edit(
        "政策法规科-法律顾问",
        "合同审查",
        "信息化运维服务合同",
        "审查日期",
        date(2023, 12, 26),
        {
            "counsel.contracts": ("11", "10"),
        },
    ),
    Edit(
        "政策法规科-组织领导",
        "计划任务",
        "举办法治专题培训班",
        "完成日期",
        None,
        {
            "leadership.tasks.done": ("12", "11"),
            "leadership.tasks.under_way": ("1", "2"),
            "leadership.tasks.on_time": ("11", "10"),
            "leadership.tasks.rate": ("11/14", "10/14"),
        },
    ),
)


def _edited(edits: tuple[Edit, ...]) -> Mapping[str, bytes]:
    """The bytes of each workbook the edits touch, by file name."""
    books: dict[str, Any] = {}
    for edit in edits:
        name = f"{edit.book}.xlsx"
        if name not in books:
            books[name] = openpyxl.load_workbook(model_year.MODEL_YEAR / name)
        sheet = books[name][edit.sheet]
        row = next(r for r in sheet.iter_rows() if edit.row in [cell.value for cell in r])
        head = next(c for r in sheet.iter_rows(max_row=2) for c in r if c.value == edit.column)
        cell = row[head.column - 1]
        assert cell.value != edit.value, f"{edit.row}: nothing is changed"
        cell.value = edit.value
    found = {}
    for name, book in books.items():
        buffer = io.BytesIO()
        book.save(buffer)
        found[name] = buffer.getvalue()
    return found


def test_a_cell_changed_moves_exactly_the_figures_it_feeds() -> None:
    """Every edit at once, and in the long run each by itself."""
    before = _year({})
    for edits in (EDITS, *((edit,) for edit in EDITS if LONG)):
        expected = {key: moved for edit in edits for key, moved in edit.moves.items()}
        assert len(expected) == sum(len(edit.moves) for edit in edits), "a figure moved twice"
        after = _year(_edited(edits))
        moved = {k: (before[k], after[k]) for k in before if before[k] != after[k]}
        assert moved == expected, [edit.row for edit in edits]


def _year(edited: Mapping[str, bytes]) -> dict[str, str]:
    """Each figure of the year as told, nothing of it left stored."""
    saved = transaction.savepoint()
    agency = model_year.load_all(edited=edited)
    found = {key: _told(fact) for key, fact in facts(Scope(agency.pk, 2024)).items()}
    transaction.savepoint_rollback(saved)
    return found


def _told(fact: Fact) -> str:
    if fact.numerator is None:
        return str(fact.value)
    return f"{fact.numerator}/{fact.denominator}"
