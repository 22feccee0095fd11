"""Where the desk shows what a duty is about."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse

from zhunsheng.kernel.trail.verify import MATTER

register = template.Library()
#: What owes a duty and is no record → the page that shows it.
_PAGES: Mapping[str, str] = {
    "reports.editiondue": "edition-due",
    "reports.figurequestion": "question",
    "reports.yeardue": "year-due",
}


@register.simple_tag(takes_context=True)
def about(context: Mapping[str, Any], kind: str, item: int) -> str:
    """The address of the record, or of what is none; empty where the reader may not open it."""
    page = _PAGES.get(kind.removeprefix(MATTER))
    if page is None:
        return reverse("desk:record", args=[kind, item])
    return (
        reverse(f"desk:{page}", args=[item])
        if context.get("may", {}).get(page.replace("-", "_"))
        else ""
    )
