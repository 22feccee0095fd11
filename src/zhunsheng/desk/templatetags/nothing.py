"""What a list says while it is empty: why, and what to do next, where the reader may do it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

register = template.Library()
_Way = tuple[str, str]


@register.inclusion_tag("desk/nothing.html", takes_context=True)
def nothing(context: dict[str, Any], said: str, *ways: str, **at: str) -> dict[str, Any]:
    """The sentence, and a link for each (page of the desk, words) the reader may open.

    A page that begins with `#` or `?` is a place of this page. `kind` is the register of pages
    that have one; what else is named goes into the address as its query.
    """
    may = context.get("may", {})
    pairs = zip(ways[::2], ways[1::2], strict=True)
    return {"said": said, "ways": [w for page, words in pairs if (w := _way(page, words, may, at))]}


def _way(page: str, words: str, may: dict[str, bool], at: dict[str, str]) -> _Way | None:
    if page[:1] in ("#", "?"):
        return page, words
    if not may.get(page.replace("-", "_")):
        return None
    asked = {name: value for name, value in at.items() if name != "kind" and value}
    args = [at["kind"]] if page in ("new", "paste", "register", "help-register") else []
    return reverse(f"desk:{page}", args=args) + (f"?{urlencode(asked)}" if asked else ""), words
