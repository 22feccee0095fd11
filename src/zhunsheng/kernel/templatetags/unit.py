"""The unit beside a figure's value, in the page's language."""

from django import template
from django.utils.translation import get_language

from zhunsheng.kernel.figure.unit import unit_in_english

register = template.Library()


@register.filter
def unit(declared: str, value: object) -> str:
    """The unit as declared; on an English page its English name."""
    english = (get_language() or "").startswith("en")
    return unit_in_english(declared, value) if english else declared
