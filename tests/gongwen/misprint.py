"""PDFs set wrongly in one way: our own layout with a number or a line of it changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.gongwen.write import portable
from zhunsheng.gongwen.write.glyphs import FONTS


def misprinted(
    document: OfficialDocument,
    *changes: tuple[str, str, str],
    **numbers: object,
) -> bytes:
    """The PDF with `numbers` of the layout, and of each (file, old, new) the new text, changed."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    with TemporaryDirectory() as folder:
        for source in portable._TEMPLATE.parent.glob("*.typ"):
            shutil.copy(source, folder)
        for name, old, new in changes:
            file = Path(folder) / name
            text = file.read_text(encoding="utf-8")
            assert old in text, old
            file.write_text(text.replace(old, new), encoding="utf-8")
        made = typst.compile(
            str(Path(folder) / portable._TEMPLATE.name),
            format="pdf",
            font_paths=fonts,
            sys_inputs={
                "document": json.dumps(portable._data(document) | {"seals": []}),
                "layout": json.dumps(portable._numbers(document) | numbers, default=float),
            },
        )
    assert isinstance(made, bytes)
    return made
