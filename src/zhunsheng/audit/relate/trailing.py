"""Totals told after their parts: A…B…，共计N, and 甲、乙合计N over figures far before."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.cues import asked, changed
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.lists import Candidate, alike
from zhunsheng.words.numerals import from_chinese

_NUMBER: Final = "[两二三四五六七八九十]"
_SUMMED: Final = re.compile(
    r"(?:共计|合计|总计|总共)[^，。；\d]{0,4}$"
    rf"|(?:以上|上述)?{_NUMBER}(?:项|者|类|级|处|地)[^，。；\d]{{0,6}}共[^，。；\d]{{0,4}}$"
    r"|各[类项种][^，。；\d]{0,8}共$"
)
_SO_MANY: Final = re.compile(
    r"([两二三四五六七八九十])(?:项|者|类|级|处|地|年|个?月|批|市|县|区|镇|家|校|院|部分|方面|个?季度"
    r"|个?(?:平台|渠道|部门|单位|科室|地区|板块|环节))"
    r"[^，。；\d]{0,6}(?:共计?|合计|总计)[^，。；\d]{0,6}$"
)
#: The whole of what was told part by part: 共N, 累计评查N, 全年办结N after 一季度办结….
_IN_ALL: Final = re.compile(
    r"^(?:以上|全年|全市|全县|全区|总)?(?:共计|合计|总计|累计|共)?(?P<done>[^，。；\d]{0,6})$"
)
_AFTER_A_NAME: Final = re.compile(r"^[^，。；\d]{1,8}共$")  # 12个村和3个社区共15个
_QUARTERS: Final = frozenset(["一季度", "二季度", "三季度", "四季度"])
_PERIOD: Final = re.compile("季度|半年|月|年")
#: 全年共受理N after like figures may sum them up, or begin something new.
_PERHAPS: Final = re.compile(r"(?:全年|累计|总|^)共[^，。；\d]{0,6}$")
#: One of them stands in every word for a total.
_may_sum: Final = asked("[共计总全]")
_STOP: Final = re.compile("[。；]")
_STOPPED: Final = re.compile("[，。；：:（）]")
_NAME: Final = 12  # characters of a name
_PAUSE: Final = re.compile("[，。；、（）]")
_FEWEST: Final = 3
_REACH: Final = 16  # characters of the words that say that it is a total
#: Whether a figure may be a total named by what it joins.
joins: Final = asked("合计|共计|总[计数量额]|总[人户件]数|综上", holds="计总综")
_WORD: Final = re.compile(r"[一-鿿]{2,}")
#: Words that any measure may have before it.
_COMMON: Final = frozenset(
    re.findall(
        "..",
        "其中全部累计共计合计总计总数总量全市全县全区全省全年今年年度年共共收共受收到受理办理完成工作",
    )
)
_SUBTOTAL: Final = ("共", "合计", "小计", "计")
_PART: Final = re.compile(r"其中|包括")
_BACK: Final = 12  # figures among which the parts of a named total are looked for


def before_total(passage: Passage, items: tuple[Item, ...], place: int) -> Iterator[Candidate]:
    """The like figures just before a total that comes after them."""
    total = items[place]
    if place < 2 or not _may_sum(total.label):
        return
    said = passage.plain[max(0, total.mention.start - _REACH) : total.mention.start]
    sure = _SUMMED.search(said) is not None
    whole = _IN_ALL.match(total.label)
    if not total.mention.exact:
        return
    if _AFTER_A_NAME.match(total.label):
        yield from _named_together(passage, items, place)
    told = _SO_MANY.search(said)
    number = from_chinese(told[1]) if told else None
    if told and number and (counted := _so_many(told[1], int(number), items, place)):
        yield Candidate(total, counted, "", trailing=True)
        return
    if not (sure or whole or _PERHAPS.search(total.label)):
        return
    parts = _just_before(passage, items, place, across=False)
    if sure and len(parts) < 2:  # 咨询a件，占…；求助b件，占…，两类合计N件
        parts = _just_before(passage, items, place, across=True)
    if number is not None and number != len(parts):
        return  # 三类文件共N after two: not all of them stand here
    # 两项合计 with two parts before it is sure; a longer run back may cross a subject.
    if len(parts) < 2:
        return
    perhaps = _PERHAPS.search(total.label) and len(parts) >= _FEWEST and _one_ending(parts)
    if sure or perhaps or (whole and _in_all(whole["done"], total, parts)):
        yield Candidate(total, tuple(parts), "", trailing=True, unsure=not sure)


def _so_many(word: str, number: int, items: tuple[Item, ...], place: int) -> tuple[Item, ...]:
    """The figures of 三项合计, 两年共: so many, whatever their units are; none if it is unsure."""
    depth = items[place].depth
    before = [i for i in items[:place] if not i.mention.text.startswith(word)]  # not 三项
    last = tuple(before[-number:])
    more = before[:-number][-1:]
    begins = last and last[0].label.startswith(_SUBTOTAL)  # 警告a件、罚款b件，共M件；…两类总计N件
    if (
        more
        and not begins
        and more[0].mention.unit == items[place].mention.unit
        and "；" not in last[0].words
    ):
        return ()  # 三类：a、b、c，两类文件共N: which two is not known
    plain = all(i.mention.exact and i.depth == depth and not changed(i.label) for i in last)
    return last if plain and len(last) == number else ()


def _just_before(
    passage: Passage, items: tuple[Item, ...], place: int, *, across: bool
) -> list[Item]:
    """The like figures before a total, back to a semicolon, or across those between shares."""
    total = next_one = items[place]
    parts: list[Item] = []
    for item in reversed(items[max(0, place - 40) : place]):
        if not _PAUSE.search(passage.between(item.mention, next_one.mention)):
            continue  # 两项合计: the 2 counts the parts
        over = across and item.percent is not None and next_one.percent is not None
        if ("；" in next_one.words and not over) or not alike(total.mention, item.mention):
            break
        if not item.mention.exact or item.depth != total.depth:
            break
        parts.insert(0, item)
        next_one = item
    return parts


def _named_together(passage: Passage, items: tuple[Item, ...], place: int) -> Iterator[Candidate]:
    """A个村和B个社区共N个: figures joined by 和 and 、 with nothing but names between them."""
    total = items[place]
    first = place
    while first and len(passage.between(items[first - 1].mention, items[first].mention)) <= _NAME:
        if not alike(total.mention, items[first - 1].mention):
            break
        if _STOPPED.search(passage.between(items[first - 1].mention, items[first].mention)):
            break
        first -= 1
    if place - first > 1:
        yield Candidate(total, items[first:place], "", trailing=True, unsure=True)


def _in_all(done: str, total: Item, parts: Sequence[Item]) -> bool:
    """Whether a total told by 共 alone, or with the verb of its parts, is surely theirs."""
    if any(part.label.endswith("的") for part in parts):
        return False  # 10万元以上的12户: what is true of some divides nothing
    if not done:
        return "共" in total.label or "计" in total.label
    labels = [part.label for part in parts if part.label]
    if "共" in total.label or "计" in total.label:
        return done in labels[0] if labels else False
    if {label[:3].removeprefix("第") for label in labels} >= _QUARTERS:
        return True  # 一季度实现税收a，二季度b，三季度c，四季度d，全年税收收入N
    # 全年 says that it is a total only of what was told by its months or quarters.
    return len(labels) == len(parts) and all(
        done in label and _PERIOD.search(label) for label in labels
    )


def _one_ending(parts: Sequence[Item]) -> bool:
    return all(part.label for part in parts) and len({p.label[-2:] for p in parts}) == 1


def joined_total(earlier: Sequence[Item], total: Item) -> Iterator[Candidate]:
    """建议、提案合计N: the latest earlier figures that its name joins, one for each name."""
    clause = _STOP.split(total.words)[-1]
    if not total.mention.exact or not joins(clause):
        return
    named = pairs_of(clause)
    parts: list[Item] = []
    claimed: set[str] = set()
    for item in reversed(earlier[-_BACK:]):
        if item.mention.unit != total.mention.unit or item.depth or changed(item.label):
            continue
        own = (pairs_of(item.label) & named) - claimed
        if own and item.mention.exact and not _PART.search(item.words):
            claimed |= own
            parts.insert(0, item)
    if len(parts) > 1 and _covered(clause, claimed):
        yield Candidate(total, tuple(parts), "", trailing=True, unsure=True)


def _covered(clause: str, claimed: set[str]) -> bool:
    """Whether the names make up most of what stands before 合计 or 总数."""
    name = re.split(r"[，,]", clause)[-1]
    name = re.sub(
        r"(?:全年|全市|全县|共|合计|总[计数量额]|计|受理|收到|办理|达到?|为|[、和及与])", "", name
    )
    return len(claimed) * 2 >= len(name) - 2


def pairs_of(words: str) -> set[str]:
    """Each two characters that stand together, but for those common to all measures."""
    found = {w[n : n + 2] for w in _WORD.findall(words) for n in range(len(w) - 1)}
    return found - _COMMON
