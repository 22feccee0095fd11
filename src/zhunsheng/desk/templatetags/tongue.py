"""Marks Chinese words on an English page as Chinese, for whoever has the page read aloud."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()
_CHINESE = re.compile(r"[\u3400-\u9fff]")


@register.filter
def tongue(text: object) -> SafeString:
    """` lang="zh-CN"` for an element that holds Chinese on an English page, nothing otherwise."""
    foreign = (get_language() or "").startswith("en") and _CHINESE.search(str(text or ""))
    return mark_safe(' lang="zh-CN"' if foreign else "")
