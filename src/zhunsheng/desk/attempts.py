"""How often one machine may ask for addresses that nobody made, before it is turned away."""

from django.core.cache import cache
from django.http import HttpRequest

_MOST, _WITHIN = 20, 600  # attempts, seconds


def turned_away(request: HttpRequest) -> bool:
    """Whether this machine has tried too many addresses of late.

    Each process counts for itself: with several the limit is so many times as high.
    """
    return int(cache.get(_key(request), 0)) >= _MOST


def count_attempt(request: HttpRequest) -> None:
    """One address more that opened nothing."""
    cache.add(_key(request), 0, _WITHIN)
    cache.incr(_key(request))


def _key(request: HttpRequest) -> str:
    return f"attempts:{request.META.get('REMOTE_ADDR', '')}"
