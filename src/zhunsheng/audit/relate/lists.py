"""Lists of parts after a total: which figures could be parts, and how strongly they claim it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import adds_up, one_slip, total_of

_TOTAL = re.compile(r"(?:共|共计|合计|总计|累计|总数|共有|收到|受理|承办|办理)[^，。；,;]{0,14}$")
_OPENS = re.compile(r"其中|分别|包括|包含|：|:|（|\(|即")
_OPEN_ENDED = re.compile(r"等|含|以及其他|之一|主要|比如|例如|最多|居前|前[一二三四五六七八九十\d]")
_OTHER = re.compile(
    r"占|同比|环比|增长|下降|上升|减少|增加|提高|平均|人均|比上年|较上年|目标|计划|以来"
)
_COMPLEMENT = (
    ("主办", "协办"), ("主办", "会办"), ("主办", "分办"), ("办结", "在办"), ("合格", "不合格"),
    ("立案", "不予立案"), ("满意", "基本满意"), ("网站", "微信"), ("男", "女"), ("采纳", "未采纳"),
    ("维持", "撤销"), ("新收", "旧存"), ("废止", "失效"),
)  # fmt: skip
_SUMMED = re.compile(r"(?:共计|合计|总计|总共|两项合计|以上合计)[^，。；\d]{0,4}$")
#: Figures that say how many kinds a list has are no part of it.
_KINDS = ("类", "大类", "种", "方面")
_FARTHEST = 46


@dataclass(frozen=True, slots=True)
class Candidate:
    """A total and the figures that could be its parts; `score` is how much speaks for it."""

    total: Mention
    parts: tuple[Mention, ...]
    score: int


def candidates(passage: Passage) -> Iterator[Candidate]:
    """Every total with the longest run of like figures after it, sentence by sentence."""
    for group in passage.by_sentence:
        for place, total in enumerate(group):
            if total.exact and total.unit not in ("%", "百分点", "个百分点"):
                parts = _run(passage, total, group[place + 1 :])
                if len(parts) > 1:
                    yield Candidate(total, parts, _score(passage, total, parts))
                trailing = _trailing(passage, total, group[:place])
                if trailing:
                    yield Candidate(total, trailing, 2 + _slip(total, trailing))


def _run(passage: Passage, total: Mention, rest: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Figures of the total's unit at one bracket depth, until the words change the subject."""
    parts: list[Mention] = []
    level: int | None = None
    for mention in rest:
        words = passage.before(mention, _FARTHEST + 8)
        depth = passage.depth(mention)
        if (level is not None and depth > level) or mention.unit in _KINDS:
            continue
        if len(words) > _FARTHEST or ("；" in words and not parts):
            break
        if level is not None and depth < level:
            break
        if not _alike(total, mention) or not mention.exact:
            if mention.unit in ("%",):
                continue
            break
        if _OTHER.search(words.rsplit("，", 1)[-1]):
            break
        level = depth if level is None else level
        parts.append(mention)
    return tuple(parts)


def _alike(total: Mention, part: Mention) -> bool:
    same = part.unit == total.unit or not part.unit or not total.unit
    return same and part.value >= 0


def _score(passage: Passage, total: Mention, parts: tuple[Mention, ...]) -> int:
    opening = passage.between(total, parts[0])
    words = [passage.before(part) for part in parts]
    score = 0
    if _TOTAL.search(passage.before(total)):
        score += 1
    if _OPENS.search(opening):
        score += 1
    if passage.depth(parts[0]) > passage.depth(total):
        score += 1
    if _parallel(passage, parts) or _complementary(words):
        score += 1
    score += _slip(total, parts)
    if _OPEN_ENDED.search("".join(words)) or passage.after(parts[-1], 3).lstrip("，、").startswith(
        "等"
    ):
        score -= 3
    if any("；" in passage.between(a, b) for a, b in pairwise(parts)):
        score -= 1
    return score


def _slip(total: Mention, parts: tuple[Mention, ...]) -> int:
    """1 where one mistyped figure would explain the difference."""
    wanted = total_of(parts)
    slips = (one_slip(p.value, p.value + total.value - wanted) for p in parts)
    return int(one_slip(total.value, wanted) or any(slips))


def _trailing(
    passage: Passage, total: Mention, earlier: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The like figures just before a total that comes after them: A…B…，共计N."""
    if not _SUMMED.search(passage.before(total)):
        return ()
    parts: list[Mention] = []
    following = total
    for mention in reversed(earlier):
        if "；" in passage.between(mention, following) or not _alike(total, mention):
            break
        if not mention.exact or passage.depth(mention) != passage.depth(total):
            break
        parts.insert(0, mention)
        following = mention
    return tuple(parts) if len(parts) > 1 else ()


def _parallel(passage: Passage, parts: tuple[Mention, ...]) -> bool:
    """Labels of one build: as long as each other, or ending alike."""
    labels = [re.split(r"[，、。；：:（(]", passage.before(part))[-1].strip() for part in parts]
    if any(not label for label in labels):
        return False
    lengths = {len(label) for label in labels}
    return max(lengths) - min(lengths) <= 1 or len({label[-1] for label in labels}) == 1


def _complementary(words: list[str]) -> bool:
    joined = "|".join(words)
    return any(a in joined and b in joined for a, b in _COMPLEMENT)


def arrangements(candidate: Candidate) -> Iterator[tuple[Mention, ...]]:
    """The prefixes of the run that add up, the longest first; then the run with one item nested."""
    for length in range(len(candidate.parts), 1, -1):
        prefix = candidate.parts[:length]
        if adds_up(candidate.total, prefix):
            yield prefix
    for length in range(len(candidate.parts), 2, -1):
        for skip in range(1, length):
            thinned = candidate.parts[:skip] + candidate.parts[skip + 1 : length]
            if len(thinned) > 1 and adds_up(candidate.total, thinned):
                yield thinned
                return
