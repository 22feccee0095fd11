"""Rendering a part's text: tokens become runs that know which figure they show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from zhunsheng.gongwen.model import Run
from zhunsheng.kernel.figure.fact import Fact, Status
from zhunsheng.reports.each import EACH, Cell, pieces_of
from zhunsheng.reports.inexact import POLICIES, InexactRefusedError, shown
from zhunsheng.reports.token import Text, Token, tokens
from zhunsheng.words.numerals import to_chinese

#: The kind of a run that shows the year, the agency or another given word: no typed number.
GIVEN, FIGURE, LIST = "given", "figure", "list"
#: The words a report gives beside its figures.
GIVEN_WORDS = frozenset(("year", "next_year", "agency"))
#: A figure's parts that are not zero, each with its number; the names of those that are.
PARTS, NONE = "parts", "none"
#: How a figure may be shown beside the inexact ways: a rate's two numbers, the titles counted.
WAYS = ("of", "titles", PARTS, NONE)
#: A section of a rate for what is true of every one, or (with ^) for what is not.
ALL = "all"


@dataclass(frozen=True, slots=True)
class Problem:
    """A token that cannot be shown."""

    key: str
    zh: str
    en: str


@dataclass(slots=True)
class Renderer:
    """Facts and given words, and the problems met so far.

    `titles` gives the titles of the rows a figure counts, `cells` of each row the fields that
    `{key|each:…}` names, `names` what people call a figure, `units` in what a rate is counted,
    `parts` (key, name) of each part of a figure.
    """

    facts: Mapping[str, Fact]
    given: Mapping[str, str]
    titles: Callable[[str], tuple[str, ...]]
    names: Callable[[str], str] = str
    units: Callable[[str], str] = lambda _key: "件"
    cells: Callable[[str, str], tuple[tuple[Cell, ...], ...]] = lambda _key, _way: ()
    parts: Callable[[str], tuple[tuple[str, str], ...]] = lambda _key: ()
    problems: list[Problem] = field(default_factory=list)

    def lacking(self, key: str) -> Run:
        """What stands where the figure has no value; noted as a problem."""
        return self._lacking(Token("", key, "", ""), *_why(self.facts.get(key)))

    def paragraph(self, text: str) -> tuple[Run, ...]:
        """The runs of one paragraph; empty when every section in it fell away."""
        runs: list[Run] = []
        hidden: list[tuple[str, bool]] = []
        for piece in tokens(text):
            off = any(hides for _, hides in hidden)
            if isinstance(piece, Token) and piece.mark in ("#", "^"):
                hidden.append((piece.key, off or self.hides(piece)))
            elif isinstance(piece, Token) and piece.mark == "/":
                self._close(piece, hidden)
            elif not off:
                runs += self._runs(piece)
        for key, _ in hidden:
            self._problem(key, "段落标记没有结束", "a section is not closed")
        return tuple(run for run in runs if run.text)

    def _runs(self, piece: Text | Token) -> list[Run]:
        if isinstance(piece, Text):
            if "{" in piece.text or "}" in piece.text:
                self._problem(piece.text, "大括号不成指标", "a brace that belongs to no figure")
            return [Run(piece.text)]
        if piece.key in self.given:
            return [Run(self.given[piece.key], kind=GIVEN)]
        if piece.how.startswith(EACH):
            return self._each(piece)
        if piece.how == PARTS:
            return self._parts(piece)
        return [self._figure(piece)]

    def _each(self, token: Token) -> list[Run]:
        """A sentence for each row, numbered where there are several.

        What people typed into a row is read as text of the report: its tokens are shown, and a
        number in it counts as typed by hand.
        """
        fact = self.facts.get(token.key)
        if fact is None or fact.value is None:
            return [self._lacking(token, *_why(fact))]
        rows = self.cells(token.key, token.how)
        pieces = pieces_of(token.how)
        runs: list[Run] = []
        for place, row in enumerate(rows, 1):
            if len(rows) > 1:
                runs.append(Run(f"{to_chinese(place)}是", ref=token.key, kind=LIST))
            for words, cell in zip(pieces, (*row, None), strict=True):
                runs.append(Run(words))
                runs += self._cell(token, cell) if cell else []
            runs.append(Run("。"))
        return runs

    def _cell(self, token: Token, cell: Cell) -> list[Run]:
        if not cell.written:
            return [Run(cell.text, ref=token.key, kind=LIST)]
        if f"|{EACH}" in cell.text:
            zh, en = "登记文字中不能再列举", "a row's words cannot list rows again"
            self._problem(token.key, zh, en)
            return [Run(cell.text)]
        return list(self.paragraph(cell.text))

    def _parts(self, token: Token) -> list[Run]:
        """甲3件、乙2件: a kind there was none of is not listed with a zero."""
        whole = self.facts.get(token.key)
        if whole is None or whole.value is None:
            return [self._lacking(token, *_why(whole))]
        runs: list[Run] = []
        for key, name in self.parts(token.key):
            if fact := self.facts[key].value:
                runs.append(Run(f"、{name}" if runs else name))
                runs.append(Run(number(fact), ref=key, kind=FIGURE))
                runs.append(Run(whole.unit))
        return runs

    def _absent(self, key: str) -> list[str]:
        """The names of the parts that are zero."""
        return [name for part, name in self.parts(key) if self.facts[part].value == 0]

    def _figure(self, token: Token) -> Run:
        fact = self.facts.get(token.key)
        if fact is None or fact.value is None:
            return self._lacking(token, *_why(fact))
        return self._value(token, fact, fact.value)

    def _value(self, token: Token, fact: Fact, value: Decimal) -> Run:
        percent = "%" if fact.unit == "%" else ""
        if token.how in POLICIES:
            return self._inexact(token, value, percent)
        if token.how == "titles":
            listed = "".join(_quoted(title) for title in self.titles(token.key))
            return Run(listed, ref=token.key, kind=LIST)
        if token.how == NONE:
            return Run("、".join(self._absent(token.key)), ref=token.key, kind=LIST)
        if token.how not in ("", "of"):
            return self._lacking(token, f"没有“{token.how}”这种写法", f"no way {token.how!r}")
        text = self._of(token.key, fact) if token.how else number(value) + percent
        return Run(text, ref=token.key, kind=FIGURE)

    def _inexact(self, token: Token, value: Decimal, percent: str) -> Run:
        try:
            prefix, digits = shown(value, token.how)
        except InexactRefusedError as why:
            return self._lacking(token, why.zh, why.en)
        return Run(prefix + digits + percent, ref=token.key, kind=FIGURE)

    def _of(self, key: str, fact: Fact) -> str:
        top, bottom = fact.numerator, fact.denominator
        if top is None or bottom is None:
            return number(fact.value or Decimal(0))
        unit = self.units(key)
        return f"{number(top)}{unit}（共{number(bottom)}{unit}）"

    def hides(self, token: Token) -> bool:
        """Whether the text of the section that begins here falls away."""
        fact = self.facts.get(token.key)
        if fact is None or fact.value is None:
            # A missing figure must not make its sentence vanish: it is shown as missing.
            self._problem(token.key, *_why(fact))
            return (token.mark == "^") != (token.how == ALL)  # nor an absolute word stand
        if token.how == NONE:
            return bool(self._absent(token.key)) == (token.mark == "^")
        shows = fact.numerator == fact.denominator if token.how == ALL else fact.value != 0
        return shows == (token.mark == "^")

    def _close(self, token: Token, hidden: list[tuple[str, bool]]) -> None:
        if hidden and hidden[-1][0] == token.key:
            hidden.pop()
        else:
            self._problem(token.key, "段落标记不配对", "a section mark does not match")

    def _lacking(self, token: Token, zh: str, en: str) -> Run:
        self._problem(token.key, zh, en)
        return Run(f"【缺：{self.names(token.key)}】", ref=token.key, kind=FIGURE)

    def _problem(self, key: str, zh: str, en: str) -> None:
        problem = Problem(key, f"{key}：{zh.rstrip('。')}", f"{key}: {en.rstrip('.')}")
        if problem not in self.problems:
            self.problems.append(problem)


def number(value: Decimal) -> str:
    """A figure's digits: 502, 48.5; never an exponent."""
    return format(value.normalize() + 0, "f")


def _quoted(title: str) -> str:
    return title if title.startswith("《") else f"《{title}》"


def _why(fact: Fact | None) -> tuple[str, str]:
    if fact is None:
        return "没有这项指标", "there is no such figure"
    if fact.status == Status.UNDEFINED:
        return "分母为零，没有意义", "its denominator is zero"
    if fact.status == Status.NOT_APPLICABLE:
        return "不适用", "it does not apply"
    divisions = "、".join(fact.missing_from) or "有关科室"
    return f"{divisions}尚未报送", f"{divisions} has not closed the register"
