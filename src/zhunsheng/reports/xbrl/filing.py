"""What an XBRL filing states, as plain values: figures, the identities between them, the words."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.gongwen.model import OfficialDocument

PERCENT = "%"
YUAN = "元"
#: Decimals of a rate in XBRL: two of the per cent, which is a hundredth.
RATE_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Element:
    """A figure as the taxonomy declares it; `zh_told` and `en_told` say how it is counted."""

    key: str
    zh: str
    en: str
    zh_told: str
    en_told: str
    group: str
    unit: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Calculation:
    """An identity as a sum: the total is the weighted sum of its terms."""

    key: str
    zh: str
    en: str
    total: str
    terms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Filing:
    """One agency's figures of one year; `values` has those that have a value, `untold` says why
    the others have none."""

    agency: str
    name: str
    year: int
    groups: Mapping[str, tuple[str, str]]
    elements: tuple[Element, ...]
    calculations: tuple[Calculation, ...]
    values: Mapping[str, Decimal]
    untold: Mapping[str, str]
    document: OfficialDocument

    def value(self, element: Element) -> Decimal:
        """The value XBRL states: a rate as a fraction of one."""
        value = self.values[element.key]
        return value / 100 if element.unit == PERCENT else value


def digits(value: Decimal) -> str:
    """A number as XBRL writes it: 502, 0.9231; never an exponent."""
    return format(value.normalize() + 0, "f")
