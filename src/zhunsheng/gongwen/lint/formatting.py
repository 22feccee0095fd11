"""How Word will show a paragraph: direct formatting over styles over the file's defaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from zhunsheng.gongwen.read.package import Package

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEFAULT_HALF_POINTS: Final = 20


@dataclass(frozen=True, slots=True)
class Type:
    """Font of the Chinese characters (empty: the file does not say), size in points, colour."""

    font: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph's alignment; first-line, left and right indent and line (0: grid) in points."""

    align: str
    first: float
    left: float
    line: float
    exact: bool
    right: float = 0.0


class Formatting:
    """The styles of one file, asked for any paragraph or run."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._lined: dict[str, tuple[str, ...]] = {}
        self._chains: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._root: Any = (
            package.xml("word/styles.xml") if "word/styles.xml" in package.names else None
        )

    def type_of(self, run: Any, paragraph: Any) -> Type:
        """How a run's Chinese characters are set."""
        layers = list(self._run_layers(run, paragraph))
        size = next((v for p in layers if (v := _value(p, "sz"))), "")
        colour = next((v for p in layers if (v := _value(p, "color"))), "")
        half_points = float(size) if size.isdigit() else _DEFAULT_HALF_POINTS
        return Type(self._font(layers), half_points / 2, colour)

    def shape_of(self, paragraph: Any, size: float) -> Shape:
        """The paragraph's shape; `size` turns indents in characters into points."""
        layers = [p for p in self._paragraph_layers(paragraph) if p is not None]
        indent, spacing = _attributes(layers, "ind"), _attributes(layers, "spacing")
        first = _points(indent, "firstLine", "firstLineChars", size)
        first = first or -_points(indent, "hanging", "hangingChars", size)
        left = _points(indent, "left", "leftChars", size) or _points(indent, "start", "", size)
        right = _points(indent, "right", "rightChars", size) or _points(indent, "end", "", size)
        exact = spacing.get("lineRule") in ("exact", "atLeast")
        line = float(spacing.get("line", 0) or 0) / 20
        align = next((v for p in layers if (v := _value(p, "jc"))), "")
        return Shape(align, first, left, line if exact else 0.0, exact, right)

    def red_lines(self, paragraph: Any) -> tuple[str, ...]:
        """The kinds of the red lines drawn above and below the paragraph: `single`, `double` …"""
        own = paragraph.find(f"{W}pPr")
        name = _value(own, "pStyle")
        if name not in self._lined:
            _, *layers = self._paragraph_layers(paragraph)
            self._lined[name] = tuple(kind for each in layers for kind in _red_sides(each))
        return (*_red_sides(own), *self._lined[name])

    def _paragraph_layers(self, paragraph: Any) -> Iterator[Any]:
        yield paragraph.find(f"{W}pPr")
        for style in self._chain(_value(paragraph.find(f"{W}pPr"), "pStyle"), "paragraph"):
            yield style.find(f"{W}pPr")
        if self._root is not None:
            yield self._root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")

    def _run_layers(self, run: Any, paragraph: Any) -> Iterator[Any]:
        own = run.find(f"{W}rPr")
        found = [own]
        found += [s.find(f"{W}rPr") for s in self._chain(_value(own, "rStyle"), "")]
        named = _value(paragraph.find(f"{W}pPr"), "pStyle")
        found += [style.find(f"{W}rPr") for style in self._chain(named, "paragraph")]
        if self._root is not None:
            found.append(self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        return (each for each in found if each is not None)

    def _chain(self, name: str, default: str) -> tuple[Any, ...]:
        """The style and those it is based on; without a name the default style of its kind."""
        if (name, default) not in self._chains:
            self._chains[name, default] = tuple(self._based_on(name, default))
        return self._chains[name, default]

    def _based_on(self, name: str, default: str) -> Iterator[Any]:
        seen: set[str] = set()
        style = self._styles.get(name) if name else self._defaults.get(default)
        while style is not None and (identifier := style.get(f"{W}styleId", "")) not in seen:
            seen.add(identifier)
            yield style
            style = self._styles.get(_value(style, "basedOn"))

    @cached_property
    def _styles(self) -> dict[str, Any]:
        if self._root is None:
            return {}
        return {each.get(f"{W}styleId", ""): each for each in self._root.iter(f"{W}style")}

    @cached_property
    def _defaults(self) -> dict[str, Any]:
        return {
            each.get(f"{W}type", ""): each
            for each in self._styles.values()
            if each.get(f"{W}default") == "1"
        }

    def _font(self, layers: list[Any]) -> str:
        for layer in layers:
            fonts = layer.find(f"{W}rFonts")
            if fonts is None:
                continue
            theme = fonts.get(f"{W}eastAsiaTheme")
            if theme:
                return self._theme.get("major" if theme.startswith("major") else "minor", "")
            if named := fonts.get(f"{W}eastAsia"):
                return str(named)
        return ""

    @cached_property
    def _theme(self) -> dict[str, str]:
        """The Chinese fonts of the theme: what it names for Hans, else for East Asia."""
        name = "word/theme/theme1.xml"
        if name not in self._package.names:
            return {}
        root: Any = self._package.xml(name)
        found = {}
        for kind in ("major", "minor"):
            fonts = root.find(f".//{_A}{kind}Font")
            if fonts is not None:
                hans = fonts.find(f"{_A}font[@script='Hans']")
                east = fonts.find(f"{_A}ea")
                given = east.get("typeface", "") if east is not None else ""
                found[kind] = given or (hans.get("typeface", "") if hans is not None else "")
        return found


def _value(properties: Any, name: str) -> str:
    if properties is None:
        return ""
    found = properties.find(f"{W}{name}")
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _attributes(layers: list[Any], name: str) -> dict[str, str]:
    """The attributes of an element, those of a nearer layer over those of a further one."""
    merged: dict[str, str] = {}
    for layer in reversed(layers):
        found = layer.find(f"{W}{name}")
        if found is not None:
            merged |= {key.removeprefix(W): value for key, value in found.attrib.items()}
    return merged


def _points(indent: dict[str, str], twips: str, hundredths: str, size: float) -> float:
    """An indent in points; one in hundredths of a character goes before one in twips."""
    characters = indent.get(hundredths, "") if hundredths else ""
    if characters.lstrip("-").isdigit() and int(characters):
        return int(characters) / 100 * size
    value = indent.get(twips, "")
    return int(value) / 20 if value.lstrip("-").isdigit() else 0.0


def _red_sides(properties: Any) -> tuple[str, ...]:
    borders = properties.find(f"{W}pBdr") if properties is not None else None
    sides = () if borders is None else (borders.find(f"{W}{each}") for each in ("top", "bottom"))
    return tuple(side.get(f"{W}val", "") for side in sides if side is not None and _red(side))


def _red(border: Any) -> bool:
    """Whether a line is drawn, and in a colour that is mostly red."""
    return border.get(f"{W}val") not in (None, "nil", "none") and is_red(
        border.get(f"{W}color", "")
    )


def is_red(colour: str) -> bool:
    """Whether a colour RRGGBB is mostly red."""
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red > 150 and green < 90 and blue < 90
