"""What both forms of a filing share: entity, period, units and the numbers as they are stated."""

import re

from zhunsheng.reports.xbrl.filing import PERCENT, YUAN, Element, Filing, digits
from zhunsheng.reports.xbrl.taxonomy import OURS

#: What a name must not hold: a unit is a name in XBRL.
_NO_NAME = re.compile(r"[^\w.-]")
#: Who reports: the scheme of agency codes.
SCHEME = "urn:zhunsheng:agency"
#: Name spaces both forms declare.
SPACES = {
    "zs": OURS,
    "iso4217": "http://www.xbrl.org/2003/iso4217",
    "xbrli": "http://www.xbrl.org/2003/instance",
}


def unit_of(element: Element) -> str:
    """The measure: pure for a rate, CNY for money, else the unit's own word (zs:件)."""
    if element.unit == PERCENT:
        return "xbrli:pure"
    return "iso4217:CNY" if element.unit == YUAN else f"zs:{_NO_NAME.sub('_', element.unit)}"


def units_of(filing: Filing) -> dict[str, str]:
    """Measure → its id in the document, in order of appearance."""
    measures = dict.fromkeys(unit_of(e) for e in filing.elements if e.key in filing.values)
    return {measure: f"u{place}" for place, measure in enumerate(measures, 1)}


def stated(filing: Filing) -> tuple[Element, ...]:
    """The elements that have a value."""
    return tuple(e for e in filing.elements if e.key in filing.values)


def shown(filing: Filing, element: Element) -> str:
    """The figure as people read it: a rate in per cent, without its sign."""
    return digits(filing.values[element.key])
