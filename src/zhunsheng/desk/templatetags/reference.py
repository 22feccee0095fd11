"""Whether a code is a check of the audit, which has a page."""

import functools

from django import template

from zhunsheng.audit.checks import all_checks

register = template.Library()


@functools.cache
def _codes() -> frozenset[str]:
    return frozenset(check.code for check in all_checks())


@register.filter
def is_check(code: str) -> bool:
    """The report names reasons of its own too; they have no page."""
    return code in _codes()
