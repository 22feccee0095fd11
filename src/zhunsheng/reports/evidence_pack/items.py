"""From an inspection's items to numbered folders: what proves each, and proposals where unsaid."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import confirmed, parts_of
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import Registry
from zhunsheng.reports.evidence_pack.inspection import InspectionListError, Item
from zhunsheng.reports.evidence_pack.select import Folder, Proven, Selection, base_figures, standing

_LONGEST = 30  # characters of an item in the name of its folder


def of_items(agency: Agency, items: Iterable[Item], year: int, *, title: str) -> Selection:
    """A folder an item, in the order of the list; one that nothing proves is there too, empty.

    Errors: InspectionListError naming every item that names what there is not.
    """
    listed = tuple(items)
    known = used_by(agency)
    _require_known(listed, known)
    scope = Scope(agency.pk, year)
    folders = tuple(
        Folder(place, _name(item), tuple(_proven(item, known, scope)))
        for place, item in enumerate(listed, 1)
    )
    return Selection(f"{agency.name}{year}年{title}佐证材料", folders)


def proposed(agency: Agency, items: Iterable[Item]) -> tuple[Item, ...]:
    """Items that name nothing, with the registers and figures whose names their words hold."""
    named = [(r.zh, r.kind) for r in used_by(agency).registers()]
    named += [(f.zh, f.key) for g in used_by(agency).regimes.values() for f in g.figures]
    return tuple(
        item
        if item.proven_by
        else replace(item, proven_by=tuple(key for zh, key in named if zh in item.text))
        for item in items
    )


def choices(agency: Agency) -> Iterator[tuple[str, str, str]]:
    """(key, name, kind) of everything an item may name."""
    known = used_by(agency)
    for regime in known.regimes.values():
        yield regime.key, regime.zh, "制度"
        yield from ((r.kind, r.zh, "台账") for r in regime.registers)
        yield from ((f.key, f.zh, "指标") for f in regime.figures)


def _name(item: Item) -> str:
    first = item.text.splitlines()[0]
    return f"{item.number} {first[:_LONGEST]}"


def _require_known(items: Iterable[Item], known: Registry) -> None:
    faults = [
        f"{item.number}（{name}）"
        for item in items
        for name in item.proven_by
        if _figures(name, known) is None and _register(name, known) is None
    ]
    if faults:
        listed = "、".join(faults)
        raise InspectionListError(
            f"事项清单中有认不出的指标或台账：第{listed}；请用--map写出的可选项中的代码或名称。",
            f"the list names what there is not: {listed}; use the keys or names --map lists.",
        )


def _proven(item: Item, known: Registry, scope: Scope) -> Iterator[Proven]:
    seen: set[str] = set()
    for name in item.proven_by:
        keys = _figures(name, known)
        register = _register(name, known) if keys is None else None
        if register is not None and register.kind not in seen:
            seen.add(register.kind)
            yield _whole(register, scope)
        fresh = [key for key in base_figures(keys or ()) if key not in seen]
        values = facts(scope, fresh) if fresh else {}
        for key in fresh:
            seen.add(key)
            yield standing(key, values[key].plain(), scope)


def _figures(name: str, known: Registry) -> tuple[str, ...] | None:
    """The figures a name stands for: one, or all of a regime that count rows."""
    for regime in known.regimes.values():
        if name in (regime.key, regime.zh):
            return tuple(f.key for f in regime.figures if f.of is not None and not parts_of(f))
    keys = [f.key for f in known.figures().values() if name in (f.key, f.zh)]
    return tuple(keys[:1]) or None


def _register(name: str, known: Registry) -> Register | None:
    return next((r for r in known.registers() if name in (r.kind, r.zh)), None)


def _whole(register: Register, scope: Scope) -> Proven:
    """Every confirmed row the register has in the year."""
    rows = confirmed(register.of, scope)
    if register.dated_by:
        rows = rows.filter(**{f"{register.dated_by}__range": (scope.first, scope.last)})
    cited = tuple(rows.order_by("pk").values_list("pk", "version"))
    value = f"{len(cited)}{register.unit}"
    return Proven(register.kind, register.zh, value, register.dated_by, cited)
