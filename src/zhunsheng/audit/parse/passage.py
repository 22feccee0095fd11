"""A flow of words made ready for its checks: mentions, sentences, brackets, words between."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from zhunsheng.audit.elements import Element
from zhunsheng.audit.handed import NOTHING, Handed
from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.grids import Grid, grids_of
from zhunsheng.audit.parse.mentions import mentions
from zhunsheng.audit.parse.present import Words
from zhunsheng.words.sentences import Sentence, sentences
from zhunsheng.words.widths import half_width

_BRACKET = re.compile(r"[（(\[【〔）)\]】〕]")
_CLOSE = "）)]】〕"
_STOPS = "。；：、（）"  # and ，
_BEFORE = 24  # characters before a mention that are asked for most
_LATIN = re.compile("[,;:()]")
_TYPED = re.compile(r"(?<=[一-鿿%）”])[,;:()]|[,;:()](?=[一-鿿（“])")
_WIDE = str.maketrans(",;:()", "，；：（）")
_YEAR = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d{2} {0,2}年")
_YEAR_REACH = 400  # characters
_SHORTER = re.compile(r"月份?(?![\d起以底末初])|季度|半年|周")
#: Up to it, from where it began: 10月, 1—10月, 前三季度. 全年 ends what a month began.
_PART_OF_YEAR = re.compile(
    r"(?:\d{1,2} ?月?(?:份)?[-—–~～至到] ?)?\d{1,2} ?月份?$|[第前]?[一二三四]季度$|[上下]半年$"
    r"|(?:第\d{1,2}|[本上])周$"
)
_PART_REACH = 12  # characters
_WHOLE_YEAR = ("全年", "年内", "年度")


def _wide(stop: re.Match[str]) -> str:
    return stop.group().translate(_WIDE)


@dataclass(frozen=True, eq=False)
class Passage:
    """The text with what every check asks of it; each part is worked out once.

    A passage equals only itself: what is remembered by passage never hashes its words.
    """

    text: str
    is_document: bool
    tables: tuple[tuple[int, int], ...] = ()
    elements: tuple[Element, ...] = ()
    handed: Handed = NOTHING

    @cached_property
    def plain(self) -> str:
        """Half-width, as long as the text; stops typed as , ; and : among Chinese as ，；and ：."""
        plain = half_width(self.text)
        return _TYPED.sub(_wide, plain) if _LATIN.search(plain) else plain

    @cached_property
    def words(self) -> Words:
        """Which words the text holds."""
        return Words(self.text)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return mentions(self.text)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables by their cells."""
        return grids_of(self.elements, self.mentions)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return sentences(self.text)

    @cached_property
    def _brackets(self) -> tuple[list[int], list[int]]:
        """Where the depth of brackets changes, and what it is from there on."""
        places, depths, depth = [-1], [0], 0
        for match in _BRACKET.finditer(self.text):
            closes = match.group() in _CLOSE
            depth = max(depth - 1, 0) if closes else depth + 1
            places.append(match.start() + (not closes))
            depths.append(depth)
        return places, depths

    @cached_property
    def by_sentence(self) -> tuple[tuple[Mention, ...], ...]:
        """The mentions of each sentence that has any; tables are no sentences."""
        groups: list[tuple[Mention, ...]] = []
        mentions, at = self.mentions, 0
        count = len(mentions)
        for sentence in self.sentences:
            start, end = at, sentence.end
            while at < count and mentions[at].start < end:
                at += 1
            if at > start and not (self.tables and self._in_table(mentions[start])):
                groups.append(mentions[start:at])
        return tuple(groups)

    def before(self, mention: Mention, reach: int = _BEFORE) -> str:
        """The words just before a mention, not past the mention before it."""
        end = mention.start
        if reach == _BEFORE and end in self._befores:
            return self._befores[end]
        start = self._ends.get(end, 0)
        return self.plain[start if end - start <= reach else end - reach : end]

    def clause(self, mention: Mention) -> str:
        """The words just before a mention since the last stop; many relations ask for them."""
        said = self._clauses.get(mention.start)
        return self._last_clause(mention.start, self.before(mention)) if said is None else said

    def after(self, mention: Mention, reach: int = 12) -> str:
        """The words just after a mention."""
        return self.plain[mention.end : mention.end + reach]

    def between(self, first: Mention, second: Mention) -> str:
        """The words between two mentions."""
        return self.plain[first.end : second.start]

    def depth(self, mention: Mention) -> int:
        """How many brackets the mention stands in."""
        places, depths = self._brackets
        return depths[bisect_right(places, mention.start) - 1]

    def year_of(self, mention: Mention) -> str:
        """The last year named before the mention; empty where none is."""
        starts, ends, years = self._years
        last = bisect_right(ends, mention.start) - 1
        if last < 0 or starts[last] < mention.start - _YEAR_REACH:
            return ""
        return years[last]

    def period_of(self, mention: Mention) -> str:
        """The year, and what part of it the paragraph last named before the mention."""
        starts, parts = self._parts_of_years
        last = bisect_right(starts, mention.start) - 1
        if last < 0 or self.line(mention) != bisect_right(self._line_ends, starts[last]):
            return self.year_of(mention)
        if any(word in self.plain[starts[last] : mention.start] for word in _WHOLE_YEAR):
            return self.year_of(mention)
        return self.year_of(mention) + parts[last]

    def line(self, mention: Mention) -> int:
        """Which line, that is which paragraph, the mention stands in."""
        return bisect_right(self._line_ends, mention.start)

    @cached_property
    def _years(self) -> tuple[list[int], list[int], list[str]]:
        """Where each year named starts and ends, and how it is written without blanks."""
        found = list(_YEAR.finditer(self.plain))
        starts, ends = [m.start() for m in found], [m.end() for m in found]
        return starts, ends, [m.group().replace(" ", "") for m in found]

    @cached_property
    def _parts_of_years(self) -> tuple[list[int], list[str]]:
        """Where each month, quarter or half named ends, and its words without blanks."""
        ends, parts = [], []
        for match in _SHORTER.finditer(self.plain):
            begins = max(0, match.end() - _PART_REACH)
            told = _PART_OF_YEAR.search(self.plain[begins : match.end()])
            if told is not None:
                ends.append(match.end())
                parts.append(told.group().replace(" ", "").removesuffix("份"))
        return ends, parts

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    @cached_property
    def _said(self) -> list[str]:
        """The words before each mention."""
        plain, found, last = self.plain, [], 0
        for mention in self.mentions:
            end = mention.start
            found.append(plain[last if end - last <= _BEFORE else end - _BEFORE : end])
            last = mention.end
        return found

    @cached_property
    def _befores(self) -> dict[int, str]:
        """The words before each mention, by where it starts."""
        return dict(zip(self.starts, self._said, strict=True))

    @cached_property
    def _clauses(self) -> dict[int, str]:
        """The clause before each mention, by where it starts."""
        return {start: self._last_clause(start, said) for start, said in self._befores.items()}

    @cached_property
    def _stopped(self) -> str:
        """The half-width text with one sign for every stop, so that one search finds the last."""
        text = self.plain
        for stop in _STOPS:
            text = text.replace(stop, "，")
        return text

    def _last_clause(self, end: int, said: str) -> str:
        """Of the words that end there, those since the last stop."""
        stop = self._stopped.rfind("，", end - len(said), end)
        return said if stop < 0 else self.plain[stop + 1 : end]

    def _in_table(self, mention: Mention) -> bool:
        last = bisect_right(self._table_starts, mention.start) - 1
        return last >= 0 and mention.start < self.tables[last][1]

    @cached_property
    def _table_starts(self) -> list[int]:
        """Where each table starts; they stand in order and apart."""
        return [start for start, _ in self.tables]

    def told_with(self, *words: str) -> tuple[int, ...]:
        """The places, in order, of the mentions before which one of the words stands."""
        known: dict[str, list[int]] = self._told_with
        places: set[int] = set()
        for word in words:
            if word not in known:
                known[word] = [place for place, told in enumerate(self._said) if word in told]
            places.update(known[word])
        return tuple(sorted(places))

    @cached_property
    def _told_with(self) -> dict[str, list[int]]:
        """What `told_with` was asked so far, by word."""
        return {}

    @cached_property
    def percents(self) -> tuple[int, ...]:
        """The places of the mentions that are percentages."""
        return tuple([place for place, m in enumerate(self.mentions) if m.unit == "%"])

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The words between each mention and the next."""
        plain, ms = self.plain, self.mentions
        return tuple([plain[one.end : other.start] for one, other in pairwise(ms)])

    @cached_property
    def starts(self) -> list[int]:
        """Where each mention starts, in order."""
        return [mention.start for mention in self.mentions]

    @cached_property
    def _ends(self) -> dict[int, int]:
        ends, last = {}, 0
        for mention in self.mentions:
            ends[mention.start] = last
            last = mention.end
        return ends
