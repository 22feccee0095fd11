"""The page: paper, margins, rows, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.lint.fault import Fault, fault
from zhunsheng.gongwen.lint.formatting import W
from zhunsheng.gongwen.read.package import Package

_TWIPS_A_MM: Final = 1440 / 25.4
_SIDES: Final = (
    ("top", "上", layout.MARGIN_TOP_MM),
    ("left", "左", layout.MARGIN_LEFT_MM),
    ("right", "右", layout.MARGIN_RIGHT_MM),
    ("bottom", "下", layout.MARGIN_BOTTOM_MM),
)
_OFF_MM: Final = 1.0  # 5.2.1 allows ± 1 mm
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_DASH: Final = re.compile(r"[-—–―─－]")


def page_faults(package: Package, root: Any) -> Iterator[Fault]:
    """The faults of the first section, whose page is that of the document."""
    section = next(root.iter(f"{W}sectPr"), None)
    if section is not None:
        yield from _paper(section)
        yield from _margins(section)
    yield from _page_numbers(package)


def grid_pitch(root: Any) -> float:
    """The rows of the page's grid in points; 0 if it has none."""
    grid = next(root.iter(f"{W}docGrid"), None)
    if grid is None or grid.get(f"{W}type") not in ("lines", "linesAndChars", "snapToChars"):
        return 0.0
    return _number(grid, "linePitch") / 20


def _paper(section: Any) -> Iterator[Fault]:
    size = section.find(f"{W}pgSz")
    if size is None:
        return
    width, height = (_number(size, side) / _TWIPS_A_MM for side in ("w", "h"))
    if abs(width - layout.PAGE_WIDTH_MM) > 1 or abs(height - layout.PAGE_HEIGHT_MM) > 1:
        yield fault("paper", found=f"{width:.0f}×{height:.0f}")


def _margins(section: Any) -> Iterator[Fault]:
    margins = section.find(f"{W}pgMar")
    if margins is None:
        return
    gutter = _number(margins, "gutter")
    for side, zh, wanted in _SIDES:
        found = (_number(margins, side) + (gutter if side == "left" else 0)) / _TWIPS_A_MM
        if abs(found - wanted) > _OFF_MM + 0.05:
            yield fault("margins", side=zh, side_en=side, found=f"{found:.1f}", wanted=wanted)


def _page_numbers(package: Package) -> Iterator[Fault]:
    footers = [name for name in package.names if re.fullmatch(r"word/footer\d*\.xml", name)]
    numbered = [root for name in footers if _has_number(root := package.xml(name))]
    if not numbered:
        yield fault("page-number-missing")
        return
    if not any(_DASH.search("".join(t.text or "" for t in r.iter(f"{W}t"))) for r in numbered):
        yield fault("page-number-dashes")
    settings: Any = (
        package.xml("word/settings.xml") if "word/settings.xml" in package.names else None
    )
    if settings is None or settings.find(f"{W}evenAndOddHeaders") is None:
        yield fault("page-number-sides")


def has_page_number(package: Package, section: Any, sort: str) -> bool:
    """Whether the section's footer of a sort, `default` or `first`, counts pages."""
    relations: Any = package.xml(_RELATIONS) if _RELATIONS in package.names else ()
    targets = {each.get("Id"): f"word/{each.get('Target', '')}" for each in relations}
    for each in section.findall(f"{W}footerReference"):
        name = targets.get(each.get(_ID), "")
        if each.get(f"{W}type", "default") == sort and name in package.names:
            return _has_number(package.xml(name))
    return False


def _has_number(root: Any) -> bool:
    """Whether a footer holds a field that counts pages."""
    simple = (field.get(f"{W}instr", "") for field in root.iter(f"{W}fldSimple"))
    typed = (node.text or "" for node in root.iter(f"{W}instrText"))
    return any(re.match(r"\s*PAGE\b", code) for code in (*simple, *typed))


def _number(node: Any, name: str) -> float:
    value = node.get(f"{W}{name}", "0")
    return float(value) if re.fullmatch(r"-?\d+(\.\d+)?", value) else 0.0
