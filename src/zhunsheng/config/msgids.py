"""The English msgids that the code and templates of an application hand to gettext."""

from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

#: Argument positions of msgid, context and plural, in Babel's form.
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def msgids_of(folder: Path) -> dict[tuple[str, str], str]:
    """(context, msgid) → plural msgid or "", from all its files but its tests."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(folder.rglob("*.py")):
        if "tests" not in path.relative_to(folder).parts:
            found |= _in_python(path.read_text(encoding="utf-8"))
    for path in sorted((folder / "templates").rglob("*")):
        if path.suffix in (".html", ".txt", ".svg"):
            # Django rewrites a template as Python-like calls; Babel reads those.
            found |= _in_python(templatize(path.read_text(encoding="utf-8"), origin=str(path)))
    return found


def _in_python(source: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for _, messages, _, context in extract(
        "python", BytesIO(source.encode()), keywords=_KEYWORDS, options={"encoding": "utf-8"}
    ):
        names = messages if isinstance(messages, tuple) else (messages,)
        if names[0]:
            found[(context or "", names[0])] = names[1] if len(names) > 1 else ""
    return found
