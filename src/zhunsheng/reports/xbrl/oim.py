"""xBRL-JSON: the facts of a filing for programs that would rather not read XML."""

import json

from zhunsheng.reports.xbrl.filing import PERCENT, RATE_DECIMALS, Element, Filing, digits
from zhunsheng.reports.xbrl.instance import SCHEME, SPACES, stated, unit_of
from zhunsheng.reports.xbrl.taxonomy import FIGURES

NAME = "facts.xbrl.json"
_KIND = "https://xbrl.org/2021/xbrl-json"


def xbrl_json(filing: Filing) -> bytes:
    """The document; a figure without a value is not in it."""
    facts = {e.key: _fact(filing, e) for e in stated(filing)}
    data = {
        "documentInfo": {
            "documentType": _KIND,
            "namespaces": {**SPACES, "agency": SCHEME},
            "taxonomy": [FIGURES],
        },
        "facts": facts,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _fact(filing: Filing, element: Element) -> dict[str, object]:
    dimensions = {
        "concept": f"zs:{element.key}",
        "entity": f"agency:{filing.agency}",
        "period": f"{filing.year}-01-01T00:00:00/{filing.year + 1}-01-01T00:00:00",
    }
    fact: dict[str, object] = {"value": digits(filing.value(element))}
    if element.unit == PERCENT:  # the unit of a bare number is left out; a rate is rounded
        fact["decimals"] = RATE_DECIMALS
    else:
        dimensions["unit"] = unit_of(element)
    return {**fact, "dimensions": dimensions}
