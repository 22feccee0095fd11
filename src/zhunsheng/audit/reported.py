"""The year a report speaks of, by its title."""

import re
from typing import Final

from zhunsheng.audit.parse.passage import Passage

_YEAR: Final = re.compile(r"(20\d{2}) ?年")
_TITLE: Final = re.compile(r"20\d{2} ?年[^\n。]{0,40}(?:报告|情况|总结|年报)")
_OPENING: Final = 300  # characters: head and title


def reported_year(passage: Passage) -> int | None:
    """The year of the title; None where it names none."""
    match = _TITLE.search(passage.plain, 0, _OPENING)
    year = _YEAR.match(match.group()) if match else None
    return int(year[1]) if year else None
