"""The instruments a report cites that the agency keeps in its own registers, by exact title."""

import re

from zhunsheng.audit.instruments import even
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import confirmed
from zhunsheng.kernel.in_use import used_by

_CITED = re.compile(r"《([^《》\n]{2,60})》")
_NARROW = str.maketrans({"（": "(", "）": ")"})


def cited_in(text: str) -> frozenset[str]:
    """The titles between book marks, as written."""
    return frozenset(match[1] for match in _CITED.finditer(text))


def kept_instruments(text: str, scope: Scope) -> frozenset[str]:
    """The cited titles that numbered, confirmed records of the agency bear; brackets made even.

    What bears no number is no instrument: a meeting may be called anything.
    """
    wanted = {form for title in cited_in(text) for form in _forms(title)}
    if not wanted:
        return frozenset()
    numbered = (r for r in used_by(scope.agency_id).registers() if r.number)
    return frozenset(
        even(title)
        for register in numbered
        for title in confirmed(register.of, scope)
        .filter(title__in=sorted(wanted))
        .exclude(**{register.number: ""})
        .values_list("title", flat=True)
    )


def _forms(title: str) -> tuple[str, ...]:
    """A title as cited, and with its brackets of either width: the register may use the other."""
    return title, even(title), title.translate(_NARROW)
