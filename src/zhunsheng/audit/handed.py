"""What is handed in beside a text: last year's, other reports, facts of the ledgers, titles."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Needs(StrEnum):
    """What a check cannot do without; not handed in, the check is listed as skipped."""

    NOTHING = ""
    PREVIOUS = "previous"
    FACTS = "facts"
    OTHERS = "others"
    SUMMED = "summed"
    MISSET = "misset"


@dataclass(frozen=True, slots=True)
class Beside:
    """Another text, its paragraphs rejoined; `name` is how it is spoken of."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class LedgerFact:
    """A value of the ledgers and the words by which a report speaks of it."""

    key: str
    zh: str
    value: Decimal
    unit: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Misset:
    """A rule of format that a file breaks in one way; `spans` are its places in the flow."""

    rule: str
    zh: str
    en: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """Everything handed in; `titles` are those of a register of instruments.

    `summed` are the reports of a round whose summary the text is. `misset` is what the file breaks
    of the format, None for a text of which only the words are known; `unjudged` is what of the
    format it does not tell, in both languages.
    """

    previous: Beside | None = None
    others: tuple[Beside, ...] = ()
    summed: tuple[Beside, ...] = ()
    facts: tuple[LedgerFact, ...] = ()
    titles: frozenset[str] = frozenset()
    misset: tuple[Misset, ...] | None = None
    unjudged: tuple[tuple[str, str], ...] = ()
    today: date | None = None

    def has(self, needs: Needs) -> bool:
        """Whether what a check needs is here."""
        if needs is Needs.MISSET:
            return self.misset is not None
        return needs is Needs.NOTHING or bool(getattr(self, needs.value))


NOTHING: Final = Handed()
