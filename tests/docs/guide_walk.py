"""Walking through a page of the guide: every row of its tables is done, and what it says is met."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.db import models
from django.utils import timezone

from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.procedure.perform import Taking, perform
from zhunsheng.kernel.procedure.table import Procedure, Transition
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau

_ROW = re.compile(r"^\| (\d{4}-\d{2}-\d{2}) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", re.MULTILINE)
_WHO = {
    "recorder": ("填报人", "recorder"),
    "head": ("科室负责人", "division head"),
    "office_recorder": ("办公室填报人", "recorder of the office"),
    "office": ("办公室", "office"),
    "legal_officer": ("法规科", "legal officer"),
    "deputy": ("分管领导", "deputy head"),
    "principal": ("主要负责人", "principal"),
}
_ENTER, _CONFIRM = ("填报：", "enter: "), ("确认", "confirm")
_FIGURE, _DEADLINE = ("指标", "figure"), ("期限", "deadline")
REFUSED, _YES, _NO = ("不予办理：", "refused: "), ("是", "yes"), ("否", "no")
_BETWEEN = "；"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the guide: on a day somebody does something with some values, and then."""

    on: date
    who: str
    act: str
    values: str
    then: str


def lives(page: Path) -> dict[str, list[Row]]:
    """Heading → its rows, for each part of the page that has any."""
    parts = page.read_text(encoding="utf-8").split("\n## ")[1:]
    found = {part.splitlines()[0]: list(_rows(part)) for part in parts}
    return {heading: rows for heading, rows in found.items() if rows}


def _rows(text: str) -> Iterator[Row]:
    for on, *rest in _ROW.findall(text):
        yield Row(date.fromisoformat(on), *(cell.strip() for cell in rest))


@dataclass(slots=True)
class Walk:
    """A life being walked through: the bureau, and the records entered so far, the newest last."""

    bureau: Bureau
    language: int  # 0 Chinese, 1 English
    records: list[Record] = field(default_factory=list)

    def take(self, row: Row) -> str:
        """What became of the row, in the words the guide must have."""
        with standing_at(timezone.make_aware(datetime.combine(row.on, time(12)))):
            return self._act(row)

    def _act(self, row: Row) -> str:
        enter = _ENTER[self.language]
        if row.act.startswith(enter):
            return self._enter(row, row.act.removeprefix(enter))
        asked: dict[str, Callable[[Row], str]] = {
            _CONFIRM[self.language]: self._confirm,
            _FIGURE[self.language]: self._figure,
            _DEADLINE[self.language]: self._deadline,
        }
        return asked.get(row.act, self._step)(row)

    def _enter(self, row: Row, name: str) -> str:
        register = next(r for r in registry().registers() if (r.zh, r.en)[self.language] == name)
        values = self._values(register.of, row.values)
        if register.parent:
            parents = [r for r in self.records if type(r) is register.parent_model]
            values[register.parent] = parents[-1]
            values.setdefault("title", parents[-1].title)
        by = self._person(row.who)
        post = by.posts.order_by("pk").first()
        assert post is not None
        assert post.division is not None
        record = draft(register.of, values, by=by, division=post.division, submit=True)
        self.records.append(record)
        return self._standing(record)

    def _confirm(self, row: Row) -> str:
        main = next(r for r in self.records if r.standing == "submitted")
        main.refresh_from_db()
        confirm(main, by=self._person(row.who))
        for record in self.records:
            record.refresh_from_db()
        return self._standing(main)

    def _step(self, row: Row) -> str:
        record, procedure, transition = self._transition(row.act)
        values = self._values(type(record), row.values)
        taking = Taking(by=self._person(row.who), on=row.on, values=values)
        try:
            perform(record, transition.key, taking)
        except KernelError as error:
            record.refresh_from_db()
            return f"{REFUSED[self.language]}{(error.zh, error.en)[self.language]}"
        stage = procedure.stage(record.stage)
        return (stage.zh, stage.en)[self.language]

    def _figure(self, row: Row) -> str:
        self.bureau.close_all(row.on.year)
        key = row.values.strip("`")
        fact = facts(Scope(self.bureau.agency.pk, row.on.year), [key])[key]
        return f"{fact.plain()['value']}{fact.unit}"

    def _deadline(self, row: Row) -> str:
        named = {(d.zh, d.en)[self.language]: d.key for d in registry().duties()}
        items = [record.pk for record in self.records]
        owed = Obligation.objects.get(duty=named[row.values], item_id__in=items)
        return f"{owed.due_on} {owed.due_at}".rstrip()

    def _transition(self, name: str) -> tuple[Record, Procedure, Transition]:
        for record in reversed(self.records):
            procedure = registry().procedure_of(type(record))
            for one in procedure.transitions if procedure else ():
                if procedure and (one.zh, one.en)[self.language] == name:
                    return record, procedure, one
        raise LookupError(name)

    def _standing(self, record: Record) -> str:
        return both(Standing(record.standing).label)[self.language]

    def _person(self, who: str) -> Person:
        names = {name[self.language]: key for key, name in _WHO.items()}
        return self.bureau.persons[names[who]]

    def _values(self, model: type[Record], text: str) -> dict[str, Any]:
        pairs = [part.partition("=") for part in text.split(_BETWEEN) if part.strip(" —")]
        return dict(self._value(model, name.strip(), value.strip()) for name, _, value in pairs)

    def _value(self, model: type[Record], name: str, value: str) -> tuple[str, object]:
        column = next(
            f
            for f in model._meta.get_fields()
            if isinstance(f, models.Field) and both(f.verbose_name)[self.language] == name
        )
        if column.choices:
            names = {both(text)[self.language]: key for key, text in column.flatchoices}
            return column.name, names[value]
        if isinstance(column, models.BooleanField):
            return column.name, {_YES[self.language]: True, _NO[self.language]: False}[value]
        return column.name, column.to_python(value)
