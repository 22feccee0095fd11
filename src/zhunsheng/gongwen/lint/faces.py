"""Which of the standard's faces a font is, by its name: offices have many makes of each."""

from __future__ import annotations

import re
from typing import Final

# In a PDF a font has its maker's name: FZFS 方正仿宋, FZKT 楷体, FZHT 黑体, FZXBS 小标宋.
FANG: Final = re.compile(r"仿宋|fang|FZFS", re.I)
KAI: Final = re.compile(r"楷|kai|FZKT", re.I)
HEI: Final = re.compile(r"(?<!雅)黑|(?<!ya)hei|FZHT", re.I)  # 微软雅黑 is another face
# Our own PDF sets the title in FandolSong-Bold, the nearest free face (ADR 0031).
TITLE: Final = re.compile(r"小标宋|xiaobiaosong|FZXBS|FandolSong-Bold", re.I)
SONG: Final = re.compile(r"宋|song|simsun|FZSS|FZBS|FZXBS", re.I)
_OTHER: Final = re.compile(
    r"times|arial|calibri|cambria|courier|helvetica|tahoma|verdana|deng|等线|yahei|雅黑|ming|mincho"
    r"|gothic|noto|sourcehan|思源|圆|youyuan|隶|lishu|LiberationS|dejavu|yuan|明|song|sun|宋",
    re.I,
)
_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
RARE: Final = "ZhunshengRare"  # our own, for single characters that other fonts lack


def face(name: str) -> str:
    """The name without the tag of a subset; empty if it tells no face, as CIDFont+F1 does."""
    bare = _SUBSET.sub("", name)
    known = (FANG, KAI, HEI, TITLE, SONG, _OTHER)
    return bare if any(each.search(bare) for each in known) else ""
