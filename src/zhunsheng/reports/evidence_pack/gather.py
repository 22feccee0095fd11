"""The papers behind the rows of a selection, each numbered once; rows that have none."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zhunsheng.kernel.evidence.models import Evidence, File
from zhunsheng.kernel.evidence.store import EvidenceError, load
from zhunsheng.kernel.record.models import Item, Version
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.evidence_pack.select import Folder, Proven, Selection

_CHUNK = 500
#: What a file's name must not hold, on any system.
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST = 80
NO_EVIDENCE = "没有佐证材料"  # no evidence
NOTHING_PROVES = "没有对应的指标或台账"  # nothing of ours proves the item


@dataclass(slots=True)
class Paper:
    """One file of the pack: its number, where it lies, and whom it serves."""

    number: str
    path: str
    file: File
    kind: str
    dated_on: str
    serves: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """A row under a figure with the numbers of its papers."""

    folder: str
    figure: str
    value: str
    item: int
    version: int
    title: str
    day: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lacking:
    """A row without evidence, a figure without value, an item nothing proves, a paper gone.

    A row is told once for a folder, with the figures it is counted in.
    """

    folder: str
    figure: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the pack is written from."""

    selection: Selection
    papers: tuple[Paper, ...]
    rows: tuple[Row, ...]
    lacking: tuple[Lacking, ...]


def gather(selection: Selection) -> Gathered:
    """The papers, in the order of the folders; their bytes are read once, when written."""
    cited = {pair for f in selection.folders for p in f.figures for pair in p.rows}
    above = _above({item for item, _ in cited})
    proven = {item for item, _ in cited} | set(above.values())
    desk = _Desk(_evidence(proven), above, _versions(cited))
    for folder in selection.folders:
        if not folder.figures:
            desk.lacking.append(Lacking(folder.label, "", folder.name, NOTHING_PROVES))
        for figure in folder.figures:
            desk.lay_out(folder, figure)
    lacking = (*desk.lacking, *desk.without_paper())
    return Gathered(selection, tuple(desk.papers.values()), tuple(desk.rows), lacking)


def readable(paper: Paper) -> bytes | None:
    """The paper's bytes; None where the store no longer has what was stored."""
    try:
        return load(paper.file)
    except EvidenceError:
        return None


def safe_name(name: str) -> str:
    """The name without what a file system refuses, its ending kept."""
    plain = _UNSAFE.sub("_", name).strip(" .") or "未命名"  # unnamed
    if len(plain) <= _LONGEST:
        return plain
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[: _LONGEST - len(ending) - 1]}{dot}{ending}" if dot else plain[:_LONGEST]


@dataclass(slots=True)
class _Desk:
    """What has been laid out so far."""

    evidence: dict[int, list[Evidence]]
    above: dict[int, int]
    data: dict[tuple[int, int], dict[str, object]]
    papers: dict[str, Paper] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    lacking: list[Lacking] = field(default_factory=list)
    bare: dict[tuple[str, int, str], list[str]] = field(default_factory=dict)

    def without_paper(self) -> Iterator[Lacking]:
        """The rows without evidence, in the order of the folders."""
        for (folder, _, title), figures in self.bare.items():
            yield Lacking(folder, "；".join(figures), title, NO_EVIDENCE)

    def lay_out(self, folder: Folder, figure: Proven) -> None:
        """Every row of the figure with its papers."""
        if figure.value == "":
            why = "指标尚无数值：未报送、不适用或无意义"  # no value yet
            self.lacking.append(Lacking(folder.label, figure.zh, "", why))
        for item, version in figure.rows:
            values = self.data.get((item, version), {})
            title = str(values.get("title", ""))
            numbers = self._papers_of(folder, item, title)
            if not numbers:
                self.bare.setdefault((folder.label, item, title), []).append(figure.zh)
            day = str(values.get(figure.dated_by) or "")
            self.rows.append(
                Row(folder.label, figure.zh, figure.value, item, version, title, day, numbers)
            )

    def _papers_of(self, folder: Folder, item: int, title: str) -> tuple[str, ...]:
        numbers = []
        own = self.evidence.get(item, [])
        for one in own or self.evidence.get(self.above.get(item, 0), []):
            paper = self.papers.get(one.file.digest)
            if paper is None:
                self.counts[folder.number] = place = self.counts.get(folder.number, 0) + 1
                paper = _paper(folder, place, one)
                self.papers[one.file.digest] = paper
            served = f"{folder.label} {title}"
            if served not in paper.serves:
                paper.serves.append(served)
            numbers.append(paper.number)
        return tuple(dict.fromkeys(numbers))


def _paper(folder: Folder, place: int, one: Evidence) -> Paper:
    number = f"{folder.label}-{place:03d}"
    return Paper(
        number,
        f"{folder.label} {safe_name(folder.name)}/{number} {safe_name(one.file.name)}",
        one.file,
        one.kind,
        one.dated_on.isoformat() if one.dated_on else "",
    )


def _evidence(items: set[int]) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = {}
    for part in _parts(sorted(items)):
        rows = Evidence.objects.filter(item_id__in=part).select_related("file").order_by("pk")
        for row in rows:
            found.setdefault(row.item_id, []).append(row)
    return found


def _above(items: set[int]) -> dict[int, int]:
    """Line → the row it hangs under, whose papers prove it where it has none of its own."""
    kinds: dict[str, list[int]] = {}
    for part in _parts(sorted(items)):
        for item, kind in Item.objects.filter(pk__in=part).values_list("pk", "kind"):
            kinds.setdefault(kind, []).append(item)
    found: dict[int, int] = {}
    for register in registry().registers():
        if register.parent:
            for part in _parts(kinds.get(register.kind, [])):
                rows = register.of._default_manager.filter(pk__in=part)
                found |= dict(rows.values_list("pk", f"{register.parent}_id"))
    return found


def _versions(cited: set[tuple[int, int]]) -> dict[tuple[int, int], dict[str, object]]:
    found: dict[tuple[int, int], dict[str, object]] = {}
    for part in _parts(sorted({item for item, _ in cited})):
        rows = Version.objects.filter(item_id__in=part).values_list("item_id", "number", "data")
        for item, number, data in rows.iterator():
            if (item, number) in cited:
                found[item, number] = json.loads(data)
    return found


def _parts(items: Sequence[int]) -> Iterator[Sequence[int]]:
    """SQLite takes only so many values in one question."""
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]
