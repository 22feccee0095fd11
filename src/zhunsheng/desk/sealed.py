"""Answers whose address is a key: a one-time link to a form, or to set a password."""

from django.http import HttpResponse


def sealed(response: HttpResponse) -> HttpResponse:
    """The answer, kept in no cache, its address sent to no other host, found by no search engine.

    Not `no-referrer`: the form would then be sent without its origin, and be refused.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
