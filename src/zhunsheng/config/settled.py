"""What the server holds from its start to its end is no rubbish, and is not looked through."""

import gc

from django.urls import get_resolver


def settle() -> None:
    """Loads every page's code, then takes all that stands out of the search for rubbish.

    A full search otherwise goes through all modules, models and declarations, stopping whatever
    page is being made for as long again as the page takes.
    """
    _load(get_resolver())
    gc.collect()
    gc.freeze()


def _load(resolver: object) -> None:
    for pattern in getattr(resolver, "url_patterns", ()):
        _load(pattern)
