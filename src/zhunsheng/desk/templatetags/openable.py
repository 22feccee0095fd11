"""Whether the reader may open a page, by its name."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def openable(name: str, may: Mapping[str, bool]) -> bool:
    """`may` is what the context says of every page."""
    return bool(may.get(name.replace("-", "_")))
