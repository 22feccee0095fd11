"""A register as its page shows it: its columns, its own rules, its steps, duties and figures."""

from dataclasses import dataclass

from django.db import models

from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.roles import ROLE_NAMES
from zhunsheng.kernel.procedure.table import Transition
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import law, registry
from zhunsheng.kernel.workbook.layout import Column, columns_of
from zhunsheng.statute.law import Rule


@dataclass(frozen=True, slots=True)
class Field:
    """One column: whether each row must fill it, what it takes, and when it is filled."""

    name: str
    required: bool
    takes: str
    choices: tuple[str, ...]
    by_step: bool


def fields_of(register: Register) -> list[Field]:
    """The columns of its sheet, in order."""
    procedure = registry().procedure_of(register.of)
    stepped = procedure.sets if procedure else frozenset()
    return [_field(column, column.name in stepped) for column in columns_of(register)]


def steps_of(register: Register) -> list[tuple[str, str, list[tuple[str, Rule]]]]:
    """(step, who takes it, the rules it must keep) of the register's procedure."""
    procedure = registry().procedure_of(register.of)
    return [_step(step) for step in procedure.transitions] if procedure else []


def duties_of(register: Register) -> list[tuple[str, Rule]]:
    """(duty, its rule) that each row brings."""
    duties = registry().duties(register.of)
    return [(in_language(d.zh, d.en), law().rule(d.rule)) for d in duties]


def figures_of(register: Register) -> list[tuple[str, str]]:
    """(key, name) of the figures counted from its rows, without their parts."""
    declared = (f for regime in registry().regimes.values() for f in regime.figures)
    return [(f.key, in_language(f.zh, f.en)) for f in declared if f.of is register.of]


def _step(step: Transition) -> tuple[str, str, list[tuple[str, Rule]]]:
    names = (in_language(*ROLE_NAMES[role]) for role in step.actors)
    rules = dict.fromkeys(guard.rule for guard in step.guards)
    cited = [(key, law().rule(key)) for key in rules]
    return in_language(step.zh, step.en), in_language("、", ", ").join(names), cited


def _field(column: Column, by_step: bool) -> Field:
    choices = tuple(str(text) for value, text in column.field.flatchoices if value != "")
    name = in_language(column.zh, column.en)
    return Field(name, column.required, _takes(column.field), choices, by_step)


def _takes(field: "models.Field[object, object]") -> str:
    kinds: tuple[tuple[type, str, str], ...] = (
        (models.BooleanField, "是或否", "yes or no"),
        (models.DateField, "日期", "a date"),
        (models.IntegerField, "整数", "a whole number"),
        (models.DecimalField, "数字", "a number"),
        (models.ForeignKey, "已有的记录、科室或人员", "a record, division or person kept here"),
    )
    if field.choices:
        return in_language("从下列选项中选", "one of these")
    for kind, zh, en in kinds:
        if isinstance(field, kind):
            return in_language(zh, en)
    return in_language("文字", "text")
