"""What the audit reads and says, as values."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

_NONE: Final = Decimal(0)
_ONE: Final = Decimal(1)  # compared with a number, a Decimal is made of it first


class Severity(StrEnum):
    """An error stands against signature; a remark does not."""

    ERROR = "error"
    REMARK = "remark"


class Role(StrEnum):
    """What part a figure plays among those told with it."""

    COUNT = "count"
    TOTAL = "total"
    PART = "part"
    SHARE = "share"
    RATE = "rate"
    CHANGE = "change"
    EARLIER = "earlier"
    AVERAGE = "average"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure counts and within what, in the words of the text; empty where it says nothing.

    `period` is the time it is of, `as_of` the day it holds on, `channel` the way it came or went.
    """

    counted: str
    role: Role
    period: str
    as_of: str
    channel: str


def half_of(decimals: int, scale: Decimal) -> Decimal:
    """Half a unit of the last printed digit; nothing for a whole count, which is exact."""
    if decimals == 0 and scale == _ONE:
        return _NONE
    return scale.scaleb(-decimals) / 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in the text; `value` in the base unit, `lower`..`upper` what it may stand for.

    An exact figure has lower = upper; 700余 is from 700 to below 800 (`upper` excluded).
    `scope` is worked out where it is asked for. `exact` and `half`, half a unit of the last digit
    of a rounded figure and nothing for a whole count, follow from the rest; every relation asks.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    approx: str
    lower: Decimal
    upper: Decimal
    decimals: int = 0
    scale: Decimal = Decimal(1)
    scope: Scope | None = None
    exact: bool = field(init=False, repr=False, compare=False)
    half: Decimal = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "exact", self.lower == self.upper)
        object.__setattr__(self, "half", half_of(self.decimals, self.scale))

    def agrees(self, other: "Mention") -> bool:
        """Whether the two could be one number."""
        if self.exact and other.exact:
            return self.value == other.value
        low, high = max(self.lower, other.lower), min(self.upper, other.upper)
        return low < high or (low == high and (self.exact or other.exact))


@dataclass(frozen=True, slots=True)
class Relation:
    """Figures that belong together, with the arithmetic between them; `of` says what is counted."""

    kind: str
    total: Mention
    parts: tuple[Mention, ...]
    holds: bool
    arithmetic: str
    note_zh: str = ""
    note_en: str = ""
    of: str = ""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return tuple((m.start, m.end) for m in (self.total, *self.parts))

    @property
    def zh(self) -> str:
        of = f"{self.of}：" if self.of else ""
        return f"{of}{self.arithmetic}{f'（{self.note_zh}）' if self.note_zh else ''}"

    @property
    def en(self) -> str:
        of = f"{self.of}: " if self.of else ""
        return f"{of}{self.arithmetic}{f' ({self.note_en})' if self.note_en else ''}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, with the places it is about and the arithmetic that shows it.

    `law` is the key of the rule that asks for it, empty where arithmetic alone does.
    """

    code: str
    kind: str
    severity: Severity
    zh: str
    en: str
    spans: tuple[tuple[int, int], ...]
    arithmetic: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding accepted: by whom, why, until when; an empty `text` means anywhere."""

    code: str
    text: str
    who: str
    reason: str
    until: date | None
    on: date


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which figures were checked against something, and which against nothing.

    `skipped` are the codes of the checks that do not apply to a text of this kind; `unjudged` says
    in both languages what of the format the file does not tell.
    """

    checked: tuple[Mention, ...]
    unchecked: tuple[Mention, ...]
    skipped: tuple[str, ...] = ()
    unjudged: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """The whole answer: nothing that was found or left unchecked is left out."""

    findings: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    verified: tuple[Relation, ...]
    mentions: tuple[Mention, ...]
    coverage: Coverage
    waived: tuple[tuple[Finding, Waiver], ...]
