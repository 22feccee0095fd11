"""What a report must hold and which regime feeds each part of it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhunsheng.kernel.registry import Registry, registry
from zhunsheng.reports.errors import OutlineError
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
    """A statutory item with its parts; text of its own, before them, is kept under its key."""

    key: str
    zh: str
    en: str
    required: bool
    parts: tuple[Part, ...]

    def part_keys(self) -> tuple[str, ...]:
        """The keys under which the item's text is kept."""
        return (self.key, *(part.key for part in self.parts))

    def proposed(self, key: str) -> str:
        """The text to begin with."""
        for part in self.parts:
            if part.key == key:
                return part.text
        return UNFED if self.required and not self.parts else ""


def outline(year: int, used: Registry | None = None) -> tuple[OutlineItem, ...]:
    """The items in order, their headings made for the year; fed by all regimes unless told."""
    data = _read(Path(__file__).with_name("outline.toml"))
    fed: dict[str, list[Part]] = {}
    left = registry().regimes.keys() - used.regimes.keys() if used else frozenset()
    for key, folder in registry().folders.items():
        if key in left:
            continue
        for item, part in _parts(key, folder):
            fed.setdefault(item, []).append(part)
    known = [entry["key"] for entry in data["item"]]
    for item in fed:
        if item not in known:
            raise OutlineError(
                f"报告大纲没有“{item}”这一项；可用：{'、'.join(known)}。",
                f"the outline has no item {item!r}; one of {', '.join(known)}.",
            )
    return tuple(
        OutlineItem(
            key=entry["key"],
            zh=entry["zh"].format(year=year, next_year=year + 1),
            en=entry["en"].format(year=year, next_year=year + 1),
            required=entry["required"],
            parts=tuple(sorted(fed.get(entry["key"], ()), key=lambda p: (p.order, p.key))),
        )
        for entry in data["item"]
    )


def _parts(regime: str, folder: Path) -> list[tuple[str, Part]]:
    path = folder / "outline.toml"
    if not path.exists():
        return []
    narrative = load_narrative(folder / "narrative.zh.md")
    return [_part(regime, entry, narrative) for entry in _read(path).get("part", ())]


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


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OutlineError(
            f"“{path.name}”不是有效的TOML：{error}。", f"{path.name} is not valid TOML: {error}."
        ) from error
