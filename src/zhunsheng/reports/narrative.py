"""A regime's paragraphs: `## name` opens a section, each line below it is a paragraph."""

import re
from pathlib import Path

Narrative = dict[str, str]
_SECTION = re.compile(r"^## +(\S+)\s*$", re.MULTILINE)


def load_narrative(path: Path) -> Narrative:
    """Section name → its paragraphs, one a line; empty where the file is missing."""
    return parse_narrative(path.read_text(encoding="utf-8")) if path.exists() else {}


def parse_narrative(text: str) -> Narrative:
    """The sections of a narrative; what stands before the first is for its authors."""
    pieces = _SECTION.split(text)
    return {
        name: "\n".join(line.strip() for line in body.splitlines() if line.strip())
        for name, body in zip(pieces[1::2], pieces[2::2], strict=True)
    }
