"""Which figures stand in which folder, and the rows each rests on, in the version that counts."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from zhunsheng.gongwen.model import Kind, OfficialDocument
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.figure.rows import parts_of, rows_of
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.frozen import document_from_json
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.review import review

Cited = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Proven:
    """A figure with its value in words and its rows as (item, version)."""

    key: str
    zh: str
    value: str
    dated_by: str
    rows: Cited


@dataclass(frozen=True, slots=True)
class Folder:
    """A numbered folder: a heading of the report, a register of the regime, an inspector's item."""

    number: int
    name: str
    figures: tuple[Proven, ...]

    @property
    def label(self) -> str:
        return f"{self.number:02d}"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a pack is to prove."""

    title: str
    folders: tuple[Folder, ...]


def of_edition(edition: Edition) -> Selection:
    """The figures of the issued text with the rows it was frozen with."""
    values = {f["key"]: f for f in json.loads(edition.facts)["facts"]}
    cited = json.loads(edition.citations)
    document = document_from_json(json.loads(edition.document))

    def proven(key: str) -> Proven:
        return Proven(
            key,
            name_of(key)[0],
            _value(values[key]),
            str(values[key]["dated_by"]),
            tuple((item, version) for item, version in cited.get(key, [])),
        )

    under = [
        (h, [proven(k) for k in base_figures(keys) if k in values]) for h, keys in _headed(document)
    ]
    return Selection(f"{edition.title}佐证材料", _numbered(under))


def of_report(report: Report) -> Selection:
    """The figures of the draft with the rows as they stand."""
    now = review(report)
    scope = Scope(report.agency_id, report.year)
    under = [
        (heading, [standing(key, now.facts[key].plain(), scope) for key in base_figures(keys)])
        for heading, keys in _headed(now.document)
    ]
    return Selection(f"{report.title}佐证材料（未印发）", _numbered(under))


def of_regime(agency: Agency, regime: str, year: int) -> Selection:
    """The figures of a regime, a folder for each register. Errors: ReportError."""
    known = registry().regimes
    if regime not in known:
        named = "、".join(f"{r.key}（{r.zh}）" for r in known.values())
        raise ReportError(
            f"没有制度“{regime}”；现有：{named}。",
            f"there is no regime '{regime}'; there are: {', '.join(known)}.",
        )
    scope = Scope(agency.pk, year)
    figures = [f for f in known[regime].figures if f.of is not None and not parts_of(f)]
    values = facts(scope, [f.key for f in figures])
    under = [
        (
            register.zh,
            [standing(f.key, values[f.key].plain(), scope) for f in figures if f.of is register.of],
        )
        for register in known[regime].registers
    ]
    return Selection(f"{agency.name}{year}年{known[regime].zh}佐证材料", _numbered(under))


def _numbered(under: Iterable[tuple[str, list[Proven]]]) -> tuple[Folder, ...]:
    kept = [(name, figures) for name, figures in under if figures]
    return tuple(Folder(n, name, tuple(figures)) for n, (name, figures) in enumerate(kept, 1))


def _headed(document: OfficialDocument) -> list[tuple[str, list[str]]]:
    """Each heading with the figures shown beneath it, each once."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for block in document.body:
        if block.kind == Kind.HEADING:
            found.append((block.text, []))
        keys = found[-1][1]
        keys += [run.ref for run in block.runs if run.ref and run.ref not in keys]
    return [(heading or "概述", keys) for heading, keys in found if keys]  # 概述: opening


def base_figures(keys: Iterable[str]) -> list[str]:
    """The figures, a rate or a total replaced by what it is made of: those have rows."""
    figures, found = registry().figures(), dict[str, None]()
    for key in keys:
        if key not in figures:
            continue
        made_of = parts_of(figures[key])
        found |= dict.fromkeys(base_figures(made_of) if made_of else [key])
    return list(found)


def standing(key: str, fact: dict[str, object], scope: Scope) -> Proven:
    """The figure with its rows as they stand now."""
    rows = rows_of(registry().figures()[key], scope).values_list("pk", "version")
    return Proven(key, name_of(key)[0], _value(fact), str(fact["dated_by"]), tuple(rows))


def _value(fact: dict[str, object]) -> str:
    return "" if fact["value"] is None else f"{fact['value']}{fact['unit']}"
