"""The kinds of report there are: each a file, those of a regime in its folder `reports/`."""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhunsheng.kernel.registry import Registry, registry
from zhunsheng.reports.errors import OutlineError
from zhunsheng.reports.narrative import load_narrative

#: The report every bureau owes, which all regimes feed.
RULE_OF_LAW = "rule_of_law"
_OWN = Path(__file__).with_name("outline.toml")
_FIELDS = ("key", "zh", "en", "title", "opening", "submit")
_ITEM_FIELDS = ("key", "zh", "en", "rule", "required")
_FOLDER = "reports"


@dataclass(frozen=True, slots=True)
class KindItem:
    """An item every report of the kind has: its words to begin with, the official tables in it."""

    key: str
    zh: str
    en: str
    rule: str
    required: bool
    text: str
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportKind:
    """What distinguishes a kind: its title, items and days.

    `submit` and `publish` are rules with month and day of the year after; without `publish` it is
    owed to nobody outside. `day_counts`: whether the day itself is still in time. `whole`: it
    holds every figure of the year, not only those it shows. `promises`: it says what
    became of last year's. `owed`: every agency that has it owes it each year, asked or not.
    """

    key: str
    zh: str
    en: str
    title: str
    opening: str
    closing: str
    submit: str
    publish: str
    day_counts: bool
    whole: bool
    promises: bool
    owed: bool
    items: tuple[KindItem, ...]

    def titled(self, agency: str, year: int) -> str:
        """The title of the agency's report on the year."""
        return self.title.format(agency=agency, year=year)


def kinds(used: Registry | None = None) -> dict[str, ReportKind]:
    """Every kind by its key, the rule-of-law report first; `used` leaves out other regimes' own."""
    left = registry().regimes.keys() - used.regimes.keys() if used else frozenset()
    found = {RULE_OF_LAW: _kind(_OWN)}
    for regime, folder in registry().folders.items():
        if regime in left:
            continue
        for path in sorted((folder / _FOLDER).glob("*.toml")):
            kind = _kind(path)
            if kind.key in found:
                raise OutlineError(
                    f"报告种类“{kind.key}”在“{path.name}”中重复；请改用别的代号。",
                    f"{path.name} declares the kind {kind.key!r} a second time; rename it.",
                )
            found[kind.key] = kind
    return found


def kind_of(key: str) -> ReportKind:
    """The kind. Errors: OutlineError for one that is not installed."""
    known = kinds()
    if key not in known:
        told = "、".join(f"{k.zh}（{k.key}）" for k in known.values())
        raise OutlineError(
            f"没有“{key}”这种报告；可选：{told}。",
            f"there is no kind of report {key!r}; one of {', '.join(known)}.",
        )
    return known[key]


def read_toml(path: Path) -> dict[str, Any]:
    """The file's values. Errors: OutlineError where it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OutlineError(
            f"“{path.name}”不是有效的TOML：{error}。", f"{path.name} is not valid TOML: {error}."
        ) from error


@functools.cache
def _kind(path: Path) -> ReportKind:
    """Read once: a file of the installation does not change while it runs."""
    data = read_toml(path)
    head = data.get("kind", {})
    _require(path, head, _FIELDS)
    narrative = load_narrative(path.with_name(f"{path.stem}.zh.md"))
    return ReportKind(
        **{name: head[name] for name in _FIELDS},
        closing=head.get("closing", ""),
        publish=head.get("publish", ""),
        day_counts=head.get("day_counts", False),
        whole=head.get("whole", False),
        promises=head.get("promises", False),
        owed=head.get("owed", False),
        items=tuple(_item(path, entry, narrative) for entry in data.get("item", ())),
    )


def _item(path: Path, entry: dict[str, Any], narrative: dict[str, str]) -> KindItem:
    _require(path, entry, _ITEM_FIELDS)
    sections = entry.get("sections", ())
    missing = [name for name in sections if name not in narrative]
    if missing:
        raise OutlineError(
            f"“{path.name}”引用了叙述中没有的段落：{'、'.join(missing)}。",
            f"{path.name} names sections its narrative lacks: {', '.join(missing)}.",
        )
    text = "\n".join(narrative[name] for name in sections)
    names = {name: entry[name] for name in _ITEM_FIELDS}
    return KindItem(**names, text=text, tables=tuple(entry.get("tables", ())))


def _require(path: Path, given: dict[str, Any], names: tuple[str, ...]) -> None:
    lacking = [name for name in names if name not in given]
    if lacking:
        raise OutlineError(
            f"“{path.name}”缺少：{'、'.join(lacking)}；请补齐。",
            f"{path.name} lacks: {', '.join(lacking)}; add them.",
        )
