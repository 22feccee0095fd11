"""What every installed regime must keep, checked at start: each named field exists, and so on."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.checks import register as register_check
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q

from zhunsheng.kernel.duty.matter import Owing
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.figure.definition import Distinct, Figure, Rate, Stock, Sum, Total
from zhunsheng.kernel.figure.rows import parts_of
from zhunsheng.kernel.figure.table import Over, Table
from zhunsheng.kernel.link.offer import ROLES
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.procedure.table import Procedure, Transition
from zhunsheng.kernel.record.bar import Bar
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import Regime, Register
from zhunsheng.kernel.registry import law, registry
from zhunsheng.statute.pack import UnknownRuleError

_KERNEL_CONSTRAINTS = ("_second_person", "_confirmed_by", "_standing")


def register() -> None:
    """Adds the checks to Django's."""
    register_check(check_regimes)


def check_regimes(**_: Any) -> list[CheckMessage]:
    """Every fault of every installed regime, named."""
    found: list[CheckMessage] = [
        Error(f"{regime.key}: {fault}", id="zhunsheng.E001")
        for regime in registry().regimes.values()
        for fault in faults_of(regime)
    ]
    others = (fault for duty in registry().others for fault in _duty(duty))
    return found + [Error(fault, id="zhunsheng.E002") for fault in (*_across(), *others)]


def faults_of(regime: Regime) -> Iterator[str]:
    """What is wrong in one regime's declarations."""
    for declared in regime.registers:
        yield from _register(declared)
    for procedure in regime.procedures:
        for transition in procedure.transitions:
            names = (*transition.sets, *transition.shows, *(name for name, _ in transition.gives))
            yield from _fields(procedure.of, names, f"{procedure.key}.{transition.key}")
            yield from _stages(procedure, transition)
            yield from _asked_later(procedure, transition)
            for guard in transition.guards:
                yield from _rule(guard.rule, f"{procedure.key}.{transition.key}")
    for duty in regime.duties:
        yield from _duty(duty)
    for figure in regime.figures:
        yield from _figure(figure)
    own = {figure.key for figure in regime.all_figures()}
    for key in regime.shortcomings:
        if key not in own:
            yield f"{regime.key} tells its shortcomings by the figure {key!r}, not one of its own"
    yield from (fault for table in regime.tables for fault in _table(table))
    for offer in regime.offers:
        if offer.role not in ROLES:
            yield f"the offer's role {offer.role!r} is not in the kernel's list"
        yield from _fields(offer.of, _names(offer.when), f"offer {offer.role}")
    yield from _hung(regime)


def _hung(regime: Regime) -> Iterator[str]:
    """What hangs on an occasion or on another record."""
    for aspect in regime.aspects:
        yield from _fields(aspect.of, aspect.fills, f"aspect {aspect.key}")
        if aspect.role not in ROLES:
            yield f"the role {aspect.role!r} of {aspect.key} is not in the kernel's list"
    for facet in regime.facets:
        yield from _fields(facet.of, (*facet.fills, *facet.asks), f"facet {facet.key}")
        yield from _fields(Occasion, facet.fills.values(), f"facet {facet.key}")
        if regime.optional:
            yield f"{regime.key} is optional: no form could leave out its facet {facet.key}"


def _duty(duty: Duty) -> Iterator[str]:
    named = (duty.starts, duty.since, duty.done, duty.done_at)
    dates = [n for n in named if n and isinstance(n, str)]
    yield from _fields(duty.of, dates, duty.key)
    yield from _rule(duty.rule, duty.key)


def _register(declared: Register) -> Iterator[str]:
    kept = {c.name for c in declared.of._meta.constraints}
    for suffix in _KERNEL_CONSTRAINTS:
        if not any(name.endswith(suffix) for name in kept):
            yield f"{declared.kind} lacks the kernel's constraint {suffix}; inherit Record.Meta"
    if not any(index.fields[:1] == ["agency"] for index in declared.of._meta.indexes):
        yield f"{declared.kind} needs an index that begins with its agency, such as (agency, date)"
    names = [*declared.columns, *declared.listed, *declared.filters]
    names += [n for n in (declared.parent, declared.number, declared.dated_by) if n]
    names += [check.field for check in declared.checks]
    names += [*declared.answers, *declared.later]
    names += [name for name, _ in declared.called]
    yield from _fields(declared.of, names, declared.kind)
    yield from _beside(declared)
    if declared.answers and not declared.written_by:
        yield f"{declared.kind} has answers, but says not whom they answer: `written_by`"
    yield from _asked(declared)
    for bar in declared.bars:
        yield from _bar(declared, bar)


def _beside(declared: Register) -> Iterator[str]:
    """A check reads no row but one that the import finds by its number."""
    for name in dict.fromkeys(check.beside for check in declared.checks if check.beside):
        try:
            model = declared.of._meta.get_field(name).related_model
        except FieldDoesNotExist:
            yield from _fields(declared.of, (name,), declared.kind)
            continue
        if not (isinstance(model, type) and issubclass(model, Record)):
            yield f"{declared.kind}: a check reads the row {name!r} names, which names no record"


def _table(table: Table) -> Iterator[str]:
    """A head stands over heads of the form, all of them under the same outer ones."""
    before: list[Over] = []
    for over in table.over:
        heads = range(over.first, over.first + over.columns)
        if not heads or heads[0] < 0 or heads[-1] >= len(table.heads):
            yield f"{table.key}: {over.zh!r} stands over heads that the form does not have"
        elif any(len({outer.covers(head) for head in heads}) > 1 for outer in before):
            yield f"{table.key}: {over.zh!r} stands half under another head"
        before.append(over)


def _asked(declared: Register) -> Iterator[str]:
    """Whoever is asked sees the row: the field must name a person, and the sheet must show it."""
    if not declared.asked:
        return
    try:
        field = declared.of._meta.get_field(declared.asked)
    except FieldDoesNotExist:
        yield from _fields(declared.of, (declared.asked,), declared.kind)
        return
    if field.related_model is not Person:
        yield f"{declared.kind}: {declared.asked!r} opens rows to whom it names, but is no person"
    if declared.asked not in declared.columns:
        yield f"{declared.kind}: {declared.asked!r} opens rows, so it must be one of the columns"


def _bar(declared: Register, bar: Bar) -> Iterator[str]:
    pairs = [pair for group in bar.agree for pair in group]
    own = [n for n in (bar.on, bar.field, bar.unless) if n]
    own += [mine for mine, _ in pairs]
    its = [n for n in (bar.since, bar.until) if n] + [other for _, other in pairs]
    yield from _fields(declared.of, own, f"{declared.kind}, barred,")
    yield from _fields(bar.of, [*its, *_names(bar.where or Q())], f"{declared.kind}, barred,")
    if not pairs or not all(bar.agree):
        yield f"{declared.kind}: a bar that needs nothing in common would forbid every row"


def _stages(procedure: Any, transition: Any) -> Iterator[str]:
    known = {stage.key for stage in procedure.stages}
    for stage in (*transition.starts, transition.after, procedure.initial):
        if stage not in known:
            yield f"{procedure.key}.{transition.key} names the unknown stage {stage!r}"


def _asked_later(procedure: Procedure, transition: Transition) -> Iterator[str]:
    """No form shows what a step asks before the step is taken: a new row must do without."""
    for field in procedure.of._meta.concrete_fields:
        empty = field.blank or field.null or field.has_default()
        if field.name in transition.asks and not empty:
            yield f"{procedure.key}.{transition.key} asks {field.name!r}: no new row can omit it"


def _figure(figure: Figure) -> Iterator[str]:
    measure = figure.measure
    if figure.rule:
        yield from _rule(figure.rule, figure.key)
    if isinstance(measure, Rate | Total):
        for key in parts_of(figure):
            if key not in registry().figures():
                yield f"{figure.key} is made from the unknown figure {key!r}"
        return
    if figure.of is None:
        yield f"{figure.key} counts rows of no register"
        return
    yield from _dating(figure, figure.of)
    names = [measure.of] if isinstance(measure, Sum | Distinct) else []
    if isinstance(measure, Distinct) and measure.otherwise:
        names.append(measure.otherwise)
    if figure.parts:
        names.append(figure.parts.field)
    yield from _fields(figure.of, names, figure.key)
    if isinstance(figure.where, Q):
        yield from _no_joins(figure.of, figure.where, figure.key)


def _dating(figure: Figure, model: type[Record]) -> Iterator[str]:
    measure = figure.measure
    if isinstance(measure, Stock):
        yield from _fields(model, (measure.since, measure.until), figure.key)
        if figure.at is None:
            yield f"{figure.key} is a stock without a moment (at=START or END)"
    elif not figure.dated_by:
        yield f"{figure.key} says no date field that puts a row in a year"
    else:
        yield from _fields(model, (figure.dated_by,), figure.key)
        if not _indexed(model, figure.dated_by):
            yield f"{figure.key}: {figure.dated_by} needs an index (agency, {figure.dated_by})"


def _indexed(model: type[Record], field: str) -> bool:
    return any(list(i.fields[:2]) == ["agency", field] for i in model._meta.indexes)


def _fields(model: type[Owing], names: Any, where: str) -> Iterator[str]:
    for name in names:
        try:
            model._meta.get_field(name.split("__")[0])
        except FieldDoesNotExist:
            yield f"{where} names the field {name!r}, which {model._meta.label} does not have"


def _no_joins(model: type[Record], where: Q, key: str) -> Iterator[str]:
    for name in _names(where):
        try:
            field = model._meta.get_field(name.split("__")[0])
        except FieldDoesNotExist:
            yield f"{key} asks of the field {name!r}, which {model._meta.label} does not have"
            continue
        rest = name.split("__")[1:]
        if field.is_relation and rest and rest[0] not in ("isnull", "in", "exact", "id", "pk"):
            yield f"{key}: {name!r} is a join and would multiply other figures' rows; use exists()"


def _names(where: Q) -> Iterator[str]:
    for child in where.children:
        if isinstance(child, Q):
            yield from _names(child)
        elif isinstance(child, tuple):
            yield child[0]


def _rule(key: str, where: str) -> Iterator[str]:
    try:
        law().rule(key)
    except UnknownRuleError:
        yield f"{where} names the rule {key!r}, which no pack holds; add it to rules.toml"


def _across() -> Iterator[str]:
    """What only shows when all regimes are seen together."""
    yield from _twice("figure", lambda g: [f.key for f in g.all_figures()])
    yield from _twice("duty", lambda g: [d.key for d in g.duties])
    yield from _twice("register sheet", lambda g: [r.zh for r in g.registers])
    known = registry().figures()
    for identity in registry().identities():
        keys = identity.left + identity.left_minus + identity.right + identity.right_minus
        for key in keys:
            if key not in known:
                yield f"the identity {identity.key} names the unknown figure {key!r}"


def _twice(what: str, keys: Callable[[Regime], list[str]]) -> Iterator[str]:
    seen: set[str] = set()
    for regime in registry().regimes.values():
        for key in keys(regime):
            if key in seen:
                yield f"the {what} {key!r} is declared twice"
            seen.add(key)
