"""A record's values as a page shows them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.token import Text, Token, tokens

#: The kernel's and the report's own actions as people call them.
_ACTIONS: dict[str, tuple[str, str]] = {
    "draft": ("起草", "drafted"),
    "submit": ("提交", "submitted"),
    "confirm": ("确认", "confirmed"),
    "return": ("退回", "returned"),
    "amend": ("更正", "corrected"),
    "void": ("作废", "voided"),
    "link": ("关联", "linked"),
    "attach": ("上传佐证", "evidence attached"),
    "hold": ("登记事项", "occasion entered"),
    "hang": ("一事多记", "entered in another register too"),
    "import": ("导入", "imported"),
    "urge": ("催办", "urged"),
    "urge_all": ("每日催办", "daily reminders"),
    "nil_return": ("月度零报告", "month's nil return"),
    "urge_month": ("催报", "division urged"),
    "map_table": ("对应外部表列名", "foreign table mapped"),
    "take_up": ("启用制度", "regime taken up"),
    "leave": ("停用制度", "regime left"),
    "confirm_batch": ("整批确认", "import confirmed"),
    "undo_batch": ("撤销导入", "import undone"),
    "close": ("报送台账", "register closed"),
    "reopen": ("重开台账", "register reopened"),
    "declare_fact": ("申报往年数据", "fact declared"),
    "load_notice": ("装载节假日安排", "holiday notice loaded"),
    "remove_notice": ("撤下节假日安排", "holiday notice removed"),
    "propose_change": ("提出变更", "change proposed"),
    "approve_change": ("变更生效", "change in effect"),
    "decline_change": ("不同意变更", "change declined"),
    "invite": ("发出填报链接", "link sent"),
    "revoke_invitation": ("撤销填报链接", "link revoked"),
    "fill_in": ("凭链接填报", "filled in by a link"),
    "found": ("启用单位", "agency taken into use"),
    "password": ("设置密码", "password set"),
    "password_link": ("发放设置密码链接", "password link made"),
    "compile": ("编制报告", "report compiled"),
    "edit": ("修改报告", "report edited"),
    "waive": ("说明理由保留", "waived"),
    "comment": ("批注", "commented on a part"),
    "settle_comment": ("批注办结", "comment settled"),
    "call_part": ("征集材料", "part asked for"),
    "supply_part": ("报送材料", "part supplied"),
    "sign_off": ("签认", "part signed off"),
    "excuse_part": ("免予签认", "sign-off done without"),
    "deliver": ("报送登记", "delivered"),
    "enter_number": ("登记文号", "number entered"),
    "reserve_number": ("预留文号", "number reserved"),
    "void_number": ("文号作废", "number voided"),
    "answer_promise": ("填写上年承诺落实情况", "last year's promise answered"),
    "correct": ("勘误", "erratum issued"),
    "archive": ("归档", "archived"),
    "package": ("制作签名包", "package signed"),
    "evidence_pack": ("汇集佐证材料", "evidence pack made"),
    "report_leak": ("泄密报告", "leak reported"),
    "discuss": ("党组讨论", "discussed"),
    "sign": ("签发", "signed"),
    "issue": ("印发", "issued"),
    "publish": ("公开", "published"),
    "withdraw": ("撤下", "withdrawn"),
    "fall_due": ("形成应办事项", "fell due"),
    "done_elsewhere": ("登记系统外办理", "recorded as done outside"),
    "ask": ("对数据提出疑问", "figure questioned"),
    "answer_question": ("答复疑问", "question answered"),
    "read_contact": ("查看联系方式", "contact read"),
    "delete_contact": ("删除联系方式", "contact deleted"),
    "show_answer": ("公开疑问和答复", "answer shown"),
    "hide_answer": ("撤下疑问和答复", "answer taken back"),
}


def shown(record: Record, name: str, *, brief: bool = False) -> str:
    """One value in the reader's language; empty where there is none; `brief` in a table's cell."""
    field = record._meta.get_field(name)
    if name == "stage":
        return stage_of(record)
    called = _called(type(record)).get(name)
    if called:
        return in_language(*called(record))
    value = getattr(record, name)
    if isinstance(value, Record) and isinstance(field, models.Field):
        return _referred(field, value, brief=brief)
    return shown_value(field, value)


def numbered(record: Record) -> str:
    """The record's number, where its register gives one, before its name."""
    given = _number(record)
    return f"{given} {record.title}" if given else record.title


def _number(record: Record) -> str:
    register = registry().find(type(record))
    return str(getattr(record, register.number)) if register and register.number else ""


def _referred(field: models.Field[Any, Any], record: Record, *, brief: bool) -> str:
    """A record named in another; by its number where the column is called by it."""
    if not str(field.verbose_name).endswith(("号", "编码")):
        return record.title
    return (_number(record) if brief else "") or numbered(record)


@functools.cache
def _called(model: type[Record]) -> dict[str, Callable[[Any], tuple[str, str]]]:
    """The model's fields whose numbers stand for names: asked of every cell."""
    register = registry().find(model)
    return dict(register.called) if register else {}


def shown_value(field: Any, value: Any) -> str:
    """A value of the field in the reader's language; empty where there is none."""
    if field.choices:
        names = dict(field.flatchoices)
        return str(names.get(value, "" if value is None else value))
    if isinstance(value, bool):
        return in_language("是", "yes") if value else in_language("否", "no")
    if isinstance(field, models.TextField):
        return told(value)
    return "" if value is None else str(value)


def told(text: str) -> str:
    """A text with the names people know its figures by in place of the codes."""
    return "".join(map(_told, tokens(text)))


def _told(piece: Text | Token) -> str:
    """A piece of a text; a figure's token by the name people know it by, never its key."""
    if isinstance(piece, Text):
        return piece.text
    if piece.mark or piece.key not in registry().figures():
        return "" if piece.mark else piece.source
    return f"〔{in_language(*name_of(piece.key))}〕"


#: Characters of a name or number that stays on one line; a longer one would push columns out.
_UNBROKEN = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a table; a date or number is never broken over two lines.

    Numbers stand under each other by their last digit, as in a spreadsheet; where a row is told
    on a telephone, `label` says what a number or date is.
    """

    text: str
    nowrap: bool
    number: bool
    label: Any
    typed: bool


def cells(record: Record, names: Iterable[str]) -> list[Cell]:
    """The values of a table's row."""
    return [
        Cell(
            shown(record, name, brief=True),
            _short(record, name),
            counted(type(record), name),
            _bare(record, name),
            _typed(record, name),
        )
        for name in names
    ]


def _typed(record: Record, name: str) -> bool:
    """Whether somebody wrote it: an address keeps its small letters, declared words do not."""
    field = record._meta.get_field(name)
    return isinstance(field, models.CharField | models.TextField) and not (
        field.choices or name == "stage"
    )


def _bare(record: Record, name: str) -> Any:
    """The column's name where its value does not say by itself what it is."""
    value = getattr(record, name)
    return _field(record, name).verbose_name if isinstance(value, date | int | Decimal) else ""


def counted(model: type[Record], name: str) -> bool:
    """Whether the column holds amounts: numbers, but no year and none that stands for a choice."""
    field = model._meta.get_field(name)
    if not isinstance(field, models.IntegerField | models.DecimalField):
        return False
    return not field.choices and "year" not in name and name not in _called(model)


def _short(record: Record, name: str) -> bool:
    field = record._meta.get_field(name)
    chosen = isinstance(field, models.Field) and bool(field.choices)
    register = registry().register_of(type(record))
    named = name in ("stage", "division", register.number)
    if isinstance(getattr(record, name), date | int):
        return True
    if in_language("", "en"):
        return False  # English words may wrap; a Chinese name of four characters should not
    return (named or chosen) and len(shown(record, name)) <= _UNBROKEN


def action_names() -> list[tuple[str, str]]:
    """(action, its name) of the kernel's and the report's own actions."""
    return [(key, in_language(*names)) for key, names in _ACTIONS.items()]


def action_name(action: str) -> str:
    """An action of the trail in the reader's language; a step by the name of its transition."""
    plain = action.removeprefix("refused:")
    procedure, _, step = plain.partition(":")
    name = in_language(*_ACTIONS[plain]) if plain in _ACTIONS else plain
    for known in registry().procedures():
        for transition in known.transitions if known.key == procedure else ():
            if transition.key == step:
                name = in_language(transition.zh, transition.en)
    return in_language("拒绝：", "refused: ") + name if action.startswith("refused:") else name


def listed(names: Iterable[str]) -> str:
    """The names as a list reads in the reader's language."""
    return in_language("、", ", ").join(names)


def stage_of(record: Record) -> str:
    """The name of the record's stage."""
    procedure = registry().procedure_of(type(record))
    if procedure is None or not record.stage:
        return ""
    stage = procedure.stage(record.stage)
    return in_language(stage.zh, stage.en)


def pairs(record: Record, names: Iterable[str]) -> list[tuple[Any, str]]:
    """(name of the field, value) for a detail page."""
    return [(_field(record, name).verbose_name, shown(record, name)) for name in names]


def headings(model: type[Record], names: Iterable[str]) -> list[Any]:
    """The names of the fields as column headings."""
    return [_field(model, name).verbose_name for name in names]


def _field(model: Record | type[Record], name: str) -> models.Field[Any, Any]:
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise LookupError(name)
    return field
