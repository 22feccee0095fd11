"""Where a rule or a notice was read, in the language of the page."""

from django import template

from zhunsheng.kernel.label import in_language
from zhunsheng.statute.source import source_in

register = template.Library()


@register.filter
def read_in(source: str) -> str:
    """The source told in the reader's language."""
    return in_language(source_in(source, "zh"), source_in(source, "en"))
