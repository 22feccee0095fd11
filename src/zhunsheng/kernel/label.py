"""A name in both languages that shows itself in the reader's language."""

from django.utils.functional import lazy
from django.utils.translation import get_language, override


def in_language(zh: str, en: str) -> str:
    """The text of the active language; Chinese unless English was chosen."""
    return en if (get_language() or "").startswith("en") else zh


_lazy = lazy(in_language, str)


def label(zh: str, en: str) -> str:
    """A lazy text for verbose_name and choices: chosen when shown, not when declared."""
    return _lazy(zh, en)


def both(text: object) -> tuple[str, str]:
    """(zh, en) of a label or of any text that has only one form."""
    with override("zh-hans"):
        zh = str(text)
    with override("en"):
        return zh, str(text)
