"""What is installed: every regime's declarations, looked up by key or model."""

import functools
import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType

from django.apps import apps

from zhunsheng.kernel.duty.matter import Matter, Owing
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.figure.definition import Figure, Identity
from zhunsheng.kernel.figure.table import Table
from zhunsheng.kernel.limits import Limits, limits_now
from zhunsheng.kernel.link.offer import Offer
from zhunsheng.kernel.occasion.facet import Aspect, Facet
from zhunsheng.kernel.occasion.register import OCCASIONS
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.procedure.table import Procedure
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import Regime, Register
from zhunsheng.kernel.trail.verify import MATTER
from zhunsheng.statute.pack import Law, Pack, load_pack, shipped_law, shipped_packs


@dataclass(slots=True)
class Registry:
    """The installed regimes in the order of their keys."""

    regimes: dict[str, Regime] = field(default_factory=dict)
    folders: dict[str, Path] = field(default_factory=dict)
    others: tuple[Duty, ...] = ()
    arising: tuple[Callable[[Agency, date], None], ...] = ()
    _figures: dict[str, Figure] = field(default_factory=dict, init=False, repr=False)
    _narrowed: dict[frozenset[str], "Registry"] = field(
        default_factory=dict, init=False, repr=False
    )

    def taking(self, optional: Iterable[str]) -> "Registry":
        """What an agency uses that took up these of the optional regimes: the rest are not there.

        Rows are looked up in the whole registry: what was recorded stays when a regime is left.
        """
        chosen = frozenset(optional)
        if chosen not in self._narrowed:
            used = {k: g for k, g in self.regimes.items() if not g.optional or k in chosen}
            self._narrowed[chosen] = Registry(used, others=self.others)
        return self._narrowed[chosen]

    def registers(self) -> tuple[Register, ...]:
        """Every regime's registers, and the kernel's own after them."""
        found = tuple(r for regime in self.regimes.values() for r in regime.registers)
        return (*found, OCCASIONS)

    def groups(self) -> tuple[tuple[str, str, tuple[Register, ...]], ...]:
        """(zh, en, registers) of each regime, and of what the kernel keeps for all of them."""
        own = tuple((g.zh, g.en, g.registers) for g in self.regimes.values())
        return (*own, ("会议活动", "occasions", (OCCASIONS,)))

    def register(self, kind: str) -> Register:
        return next(r for r in self.registers() if r.kind == kind)

    def register_of(self, model: type[Record]) -> Register:
        return next(r for r in self.registers() if r.of is model)

    def asking(self) -> tuple[Register, ...]:
        """The registers whose rows name a person asked for advice."""
        return tuple(r for r in self.registers() if r.asked)

    def find(self, model: type[Owing]) -> Register | None:
        return next((r for r in self.registers() if r.of is model), None)

    def model(self, kind: str) -> type[Record]:
        """The model of any record, the kernel's own included."""
        model = apps.get_model(kind)
        if not issubclass(model, Record):
            raise LookupError(kind)
        return model

    def matter(self, kind: str) -> type[Matter]:
        """The model of what owes a duty and is no record, by the kind of its items."""
        model = apps.get_model(kind.removeprefix(MATTER))
        if not issubclass(model, Matter):
            raise LookupError(kind)
        return model

    def lines_of(self, model: type[Record]) -> tuple[Register, ...]:
        """The registers whose rows hang under a row of `model`."""
        return tuple(r for r in self.registers() if r.parent_model is model)

    def figures(self) -> dict[str, Figure]:
        if not self._figures:
            self._figures = {f.key: f for g in self.regimes.values() for f in g.all_figures()}
        return dict(self._figures)

    def identities(self) -> tuple[Identity, ...]:
        return tuple(i for g in self.regimes.values() for i in g.all_identities())

    def duties(self, model: type[Owing] | None = None) -> tuple[Duty, ...]:
        """Every regime's, and those of what is no record."""
        found = (*(d for g in self.regimes.values() for d in g.duties), *self.others)
        return tuple(d for d in found if model is None or d.of is model)

    def followed(self, model: type[Owing]) -> tuple[str, ...]:
        """The fields of `model` that name a row whose duties follow its own."""
        pairs = (pair for d in self.duties() for pair in d.follows)
        return tuple(dict.fromkeys(field for source, field in pairs if source is model))

    def decided_by(self, model: type[Owing]) -> tuple[type[Owing], ...]:
        """Those whose duties a row of `model` may decide."""
        return tuple(dict.fromkeys(d.of for d in self.duties() if model in d.decided_by))

    def procedures(self) -> tuple[Procedure, ...]:
        return tuple(p for g in self.regimes.values() for p in g.procedures)

    def procedure_of(self, model: type[Record]) -> Procedure | None:
        return next((p for g in self.regimes.values() for p in g.procedures if p.of is model), None)

    def offers(self, role: str) -> tuple[Offer, ...]:
        return tuple(o for g in self.regimes.values() for o in g.offers if o.role == role)

    def tables(self) -> tuple[Table, ...]:
        return tuple(t for g in self.regimes.values() for t in g.tables)

    def facets(self) -> tuple[Facet, ...]:
        return tuple(f for g in self.regimes.values() for f in g.facets)

    def aspects(self) -> tuple[Aspect, ...]:
        return tuple(a for g in self.regimes.values() for a in g.aspects)


_registry = Registry()


def registry() -> Registry:
    """The installation's registry, filled at start."""
    return _registry


def load() -> None:
    """Reads every installed regime's `regime.py`, which holds a `REGIME`; applications that are
    none say in `duties()` of their `duties.py` what they make somebody owe, and in `arising` how
    the calendar alone brings it."""
    _registry.regimes.clear()
    _registry.folders.clear()
    _registry._figures.clear()
    _registry._narrowed.clear()
    others: list[ModuleType] = []
    for app in apps.get_app_configs():
        folder = Path(app.path)
        if app.label == "kernel":
            continue
        if not (folder / "regime.py").is_file():
            if (folder / "duties.py").is_file():
                others.append(importlib.import_module(f"{app.name}.duties"))
            continue
        regime: Regime = importlib.import_module(f"{app.name}.regime").REGIME
        _registry.regimes[regime.key] = regime
        _registry.folders[regime.key] = folder
    law_with.cache_clear()
    _registry.others = tuple(duty for module in others for duty in module.duties())
    _registry.arising = tuple(m.arising for m in others if hasattr(m, "arising"))


def law() -> Law:
    """The shipped packs with every installed regime's own rules, and the agency's own limits."""
    return law_with(limits_now())


def packs() -> tuple[Pack, ...]:
    """Every pack in force here with its owner and date: those that ship, then each regime's."""
    found = [*shipped_packs()]
    for folder in _registry.folders.values():
        path = folder / "rules.toml"
        if path.exists():
            found.append(load_pack(path.read_text(encoding="utf-8"), law_with(()).instruments))
    return tuple(found)


@functools.lru_cache(maxsize=32)
def law_with(limits: Limits) -> Law:
    """The law with these limits in place of its defaults."""
    if limits:
        return law_with(()).with_values(dict(limits))
    merged = shipped_law()
    for folder in _registry.folders.values():
        path = folder / "rules.toml"
        if path.exists():
            merged = merged.with_rules(path.read_text(encoding="utf-8"))
    return merged
