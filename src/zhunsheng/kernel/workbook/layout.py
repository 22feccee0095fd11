"""How a register is laid out on its sheet: one column a field, and the evidence beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models

from zhunsheng.kernel.label import both
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import Register

EVIDENCE = ("佐证", "evidence")
CLOSING_SHEET = "报送"
DECLARED_SHEET = "往年数据"
GUIDE_SHEET = "填写说明"
FAULT_SHEET = "问题清单"
CLOSING_COLUMNS = ("台账", "科室", "年度", "零报告")
DECLARED_COLUMNS = ("指标", "年度", "数值", "出处文件")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field, headers in both languages, and whether each row must fill it."""

    name: str
    zh: str
    en: str
    required: bool
    field: models.Field[Any, Any]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headers it is read under: its own, and the general ones of a title."""
        if self.name != "title":
            return (self.zh, self.en)
        return (self.zh, self.en, *both(Record._meta.get_field("title").verbose_name))


def columns_of(register: Register) -> tuple[Column, ...]:
    """The sheet's columns in order, the parent's number first where the rows hang under one."""
    names = list(register.columns)
    if register.parent and register.parent not in names:
        names.insert(0, register.parent)
    return tuple(_column(register, name) for name in names)


def number_of(model: type[models.Model]) -> str:
    """The field that identifies a row of another register in a cell."""
    from zhunsheng.kernel.registry import registry

    for register in registry().registers():
        if register.of is model and register.number:
            return register.number
    return "title"


def _column(register: Register, name: str) -> Column:
    field = register.of._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise LookupError(f"{register.kind}.{name}")
    zh, en = both(field.verbose_name)
    # A line takes its parent's title, and any row the importer's division, where it names none.
    spared = name == "division" or (bool(register.parent) and name == "title")
    required = not (spared or field.null or field.blank or field.has_default())
    return Column(name, zh, en, required, field)
