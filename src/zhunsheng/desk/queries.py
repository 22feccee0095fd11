"""What an address asks of a list, written the same way each time."""

from urllib.parse import urlencode

from django.http import QueryDict

#: Of this visit alone: the page, and how the list was come by.
_PASSING = frozenset({"page", "totals", "all", "csrfmiddlewaretoken"})


def asked_again(sent: QueryDict, **changed: str) -> str:
    """The query with these changed, in the order of the names; what is empty is not asked."""
    query = sent.copy()
    for name, value in changed.items():
        query[name] = value
    kept = [(n, v) for n, values in query.lists() for v in values if v and n not in _PASSING]
    return urlencode(sorted(kept, key=lambda pair: pair[0]))
