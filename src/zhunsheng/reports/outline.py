"""What a report must hold and which regime feeds each part of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhunsheng.kernel.registry import Registry, registry
from zhunsheng.reports.errors import OutlineError
from zhunsheng.reports.kind import RULE_OF_LAW, kind_of, read_toml
from zhunsheng.reports.narrative import Narrative, load_narrative

#: Stands where no regime feeds a required part; the audit finds it, a reason may waive it.
UNFED = "【本部分尚无登记支撑】"
#: What a regime's outline says of each of its parts.
_FIELDS = ("key", "under", "zh", "en", "order", "sections")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the second level and the text a regime proposes for it."""

    key: str
    zh: str
    en: str
    order: int
    text: str


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """An item with its parts; text of its own, before them, is kept under its key.

    `tables` are the official tables after its own text, by their keys.
    """

    key: str
    zh: str
    en: str
    required: bool
    parts: tuple[Part, ...]
    text: str = ""
    tables: tuple[str, ...] = ()

    def part_keys(self) -> tuple[str, ...]:
        """The keys under which the item's text is kept."""
        return (self.key, *(part.key for part in self.parts))

    def proposed(self, key: str) -> str:
        """The text to begin with."""
        for part in self.parts:
            if part.key == key:
                return part.text
        if self.text:
            return self.text
        return UNFED if self.required and not (self.parts or self.tables) else ""


def outline(
    year: int, used: Registry | None = None, kind: str = RULE_OF_LAW
) -> tuple[OutlineItem, ...]:
    """The items in order, their headings made for the year; fed by all regimes unless told."""
    items = kind_of(kind).items
    fed = _fed(kind, used)
    known = [item.key for item in items]
    for name in fed:
        if name not in known:
            raise OutlineError(
                f"报告大纲没有“{name}”这一项；可用：{'、'.join(known)}。",
                f"the outline has no item {name!r}; one of {', '.join(known)}.",
            )
    return tuple(
        OutlineItem(
            key=item.key,
            zh=item.zh.format(year=year, next_year=year + 1),
            en=item.en.format(year=year, next_year=year + 1),
            required=item.required,
            parts=tuple(sorted(fed.get(item.key, ()), key=lambda p: (p.order, p.key))),
            text=item.text,
            tables=item.tables,
        )
        for item in items
    )


def _fed(kind: str, used: Registry | None) -> dict[str, list[Part]]:
    """Item → the parts regimes feed into it."""
    fed: dict[str, list[Part]] = {}
    left = registry().regimes.keys() - used.regimes.keys() if used else frozenset()
    for key, folder in registry().folders.items():
        if key not in left:
            for item, part in _parts(key, folder, kind):
                fed.setdefault(item, []).append(part)
    return fed


def _parts(regime: str, folder: Path, kind: str) -> list[tuple[str, Part]]:
    path = folder / "outline.toml"
    if not path.exists():
        return []
    narrative = load_narrative(folder / "narrative.zh.md")
    entries = read_toml(path).get("part", ())
    return [_part(regime, e, narrative) for e in entries if e.get("kind", RULE_OF_LAW) == kind]


def _part(regime: str, entry: dict[str, Any], narrative: Narrative) -> tuple[str, Part]:
    lacking = [name for name in _FIELDS if name not in entry]
    if lacking:
        raise OutlineError(
            f"制度“{regime}”的大纲有一部分缺少：{'、'.join(lacking)}；请补齐。",
            f"a part in the outline of {regime!r} lacks: {', '.join(lacking)}; add them.",
        )
    missing = [name for name in entry["sections"] if name not in narrative]
    if missing:
        raise OutlineError(
            f"制度“{regime}”的大纲引用了叙述中没有的段落：{'、'.join(missing)}。",
            f"the outline of {regime!r} names sections its narrative lacks: {', '.join(missing)}.",
        )
    text = "\n".join(narrative[name] for name in entry["sections"])
    part = Part(f"{entry['under']}.{entry['key']}", entry["zh"], entry["en"], entry["order"], text)
    return entry["under"], part
