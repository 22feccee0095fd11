"""What the audit reads and says, as values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in the text; `value` in the base unit, `lower`..`upper` what it may stand for.

    An exact figure has lower = upper; 700余 is from 700 to below 800 (`upper` excluded).
    `scope` is worked out where it is asked for.
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

    @property
    def exact(self) -> bool:
        # One object stands for both in nearly every figure, and every relation asks.
        return self.lower is self.upper or self.lower == self.upper

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
