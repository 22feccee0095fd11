"""A register's rows as the address asks for them: filters, year, order, columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q, QuerySet
from django.http import QueryDict

from zhunsheng.desk.asked import year_of
from zhunsheng.desk.narrowed import Filter, choice, filters_of, narrowed
from zhunsheng.kernel.access.visible import sees_everything, visible
from zhunsheng.kernel.figure.definition import Figure
from zhunsheng.kernel.figure.over import by_basis, dated
from zhunsheng.kernel.figure.told import basis_name
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.regime import Register

#: What an address may say of a list beside the register's own filters.
_ASKED = ("q", "year", "dated", "sort")


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows with what was asked; `bases` are what may put a row in the year, with figures.

    `whole` where nothing narrows the agency's rows but the year: its totals are the figures.
    """

    register: Register
    rows: QuerySet[Record]
    asked: Mapping[str, str]
    filters: tuple[Filter, ...]
    bases: Mapping[str, tuple[Figure, ...]]
    year: int
    basis: str
    names: tuple[str, ...]
    whole: bool

    @property
    def filtered(self) -> bool:
        """Whether anything but the order and the columns was asked."""
        return any(value for name, value in self.asked.items() if name not in ("sort", "dated"))


def listing(register: Register, sent: QueryDict, person: Person, *, on: date) -> Listing:
    """The rows the person may see, as the address asks."""
    everything = sees_everything(person, on=on)
    bases = by_basis(register.of, used_by(person.agency))
    asked = {n: sent.get(n, "") for n in _ASKED}
    filters = (*filters_of(register, sent), *(_org_filters(person, sent) if everything else ()))
    rows = narrowed(_searched(visible(person, register.of, on=on), register, asked["q"]), filters)
    year, basis = year_of(sent, 0), asked["dated"] or register.dated_by
    if basis not in (register.dated_by, *bases):
        basis = register.dated_by
    if year and basis:
        rows = rows.filter(_in_year(bases.get(basis, ()), basis, year))
    if not any(f.name == "standing" and f.chosen for f in filters):
        rows = rows.exclude(standing=Standing.VOIDED)
    return Listing(
        register,
        _ordered(rows, register, asked["sort"]),
        asked | {f.name: f.chosen for f in filters},
        filters,
        bases,
        year,
        basis,
        _columns(register, sent.getlist("column")),
        whole=everything and bool(year) and _only_year(asked["q"], filters, person),
    )


def _only_year(words: str, filters: tuple[Filter, ...], person: Person) -> bool:
    """An agency that sees affiliated institutions must be chosen alone: figures are its own."""
    chosen = {f.name: f.chosen for f in filters if f.chosen}
    if any(f.name == "agency" for f in filters) and chosen.pop("agency", "") != str(
        person.agency_id
    ):
        return False
    return (
        not words
        and chosen.get("standing", "") in ("", Standing.CONFIRMED)
        and not (set(chosen) - {"standing"})
    )


def _searched(rows: QuerySet[Record], register: Register, words: str) -> QuerySet[Record]:
    if not words:
        return rows
    found = Q(title__icontains=words)
    if register.number:
        found |= Q(**{f"{register.number}__icontains": words})
    return rows.filter(found)


def _in_year(figures: tuple[Figure, ...], basis: str, year: int) -> Q:
    if figures:
        return dated(figures, year)
    return Q(**{f"{basis}__range": (date(year, 1, 1), date(year, 12, 31))})


def _ordered(rows: QuerySet[Record], register: Register, sort: str) -> QuerySet[Record]:
    """By the column asked, empty ones last either way; else the newest first."""
    name = sort.removeprefix("-")
    references = [n for n in register.columns if _refers(register.of, n)]
    rows = rows.select_related(*{"division", *references})
    if name not in sortable(register):
        return rows.order_by("-pk")
    columns = _order_of(register.of, name)
    down = sort.startswith("-")
    order = [F(c).desc(nulls_last=True) if down else F(c).asc(nulls_last=True) for c in columns]
    return rows.order_by(*order, "-pk")


def sortable(register: Register) -> tuple[str, ...]:
    """The columns a list may be ordered by."""
    return tuple(dict.fromkeys(("title", *register.listed, *register.columns, "standing")))


def _order_of(model: type[Record], name: str) -> tuple[str, ...]:
    if name == "division":
        return ("division__order", "division__code")
    if _refers(model, name):
        target = model._meta.get_field(name).related_model
        return (f"{name}__title",) if _is_record(target) else (f"{name}__name",)
    return (name,)


def _refers(model: type[Record], name: str) -> bool:
    return isinstance(model._meta.get_field(name), models.ForeignKey)


def _is_record(target: Any) -> bool:
    return isinstance(target, type) and issubclass(target, Record)


def _columns(register: Register, chosen: list[str]) -> tuple[str, ...]:
    """The title and the columns chosen, in the register's order; those it lists where none are."""
    wanted = [n for n in register.columns if n in chosen] or list(register.listed)
    return ("title", *(n for n in wanted if n not in ("title", "standing")))


def _org_filters(person: Person, sent: QueryDict) -> tuple[Filter, ...]:
    """Among the divisions, and among the agencies where the person sees more than their own."""
    divisions = [(str(d.pk), d.name) for d in person.agency.divisions.all()]
    below = Agency.objects.filter(parent_id=person.agency_id, affiliated=True).order_by("pk")
    agencies = [(str(a.pk), a.name) for a in (person.agency, *below)]
    found = [choice("division", in_language("科室", "division"), divisions, sent)]
    if len(agencies) > 1:
        found.append(choice("agency", in_language("单位", "agency"), agencies, sent))
    return tuple(found)


def basis_choices(told: Listing) -> list[tuple[str, str]]:
    """(value, name) of what may put a row in the year, the register's own first."""
    wanted = dict.fromkeys((told.register.dated_by, *told.bases))
    return [(b, in_language(*basis_name(told.register.of, b))) for b in wanted if b]
