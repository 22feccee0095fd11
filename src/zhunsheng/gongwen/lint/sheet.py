"""The pages of a PDF as they are printed: characters and lines with their place, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from zhunsheng.gongwen.model import Block, Kind

MM: float = 72 / 25.4  # points a millimetre
ABOVE: float = 0.88  # of a character's height stand above its base line


class Glyph(NamedTuple):
    """A character with ink: `base` is its base line below the page's edge; `size` in points."""

    text: str
    offset: int
    left: float
    right: float
    base: float
    size: float
    font: str
    colour: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The characters of one block in one row of a page."""

    page: int
    block: Block
    glyphs: tuple[Glyph, ...]

    @property
    def kind(self) -> Kind:
        return self.block.kind

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def base(self) -> float:
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        return self.glyphs[0].size

    @property
    def top(self) -> float:
        """The upper edge of the characters, whatever their ink."""
        return self.base - ABOVE * self.size / MM

    @property
    def bottom(self) -> float:
        return self.base + (1 - ABOVE) * self.size / MM


class Bar(NamedTuple):
    """A level line, `y` its middle."""

    left: float
    right: float
    y: float
    thick: float
    red: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: `strips` from the top, `tables` as upper and lower edges, whether it has pictures."""

    number: int
    width: float
    height: float
    strips: tuple[Strip, ...]
    bars: tuple[Bar, ...]
    tables: tuple[tuple[float, float], ...]
    pictures: bool

    def of(self, *kinds: Kind) -> list[Strip]:
        """The rows of blocks of these kinds."""
        return [strip for strip in self.strips if strip.kind in kinds]
