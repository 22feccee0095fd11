"""What regimes feed into the report, checked at start: outlines read, figures named exist."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.checks import register as register_check

from zhunsheng.kernel.figure.definition import Rate
from zhunsheng.kernel.registry import law, registry
from zhunsheng.reports.each import EACH, unknown_fields
from zhunsheng.reports.errors import OutlineError
from zhunsheng.reports.inexact import POLICIES
from zhunsheng.reports.kind import ReportKind, kinds
from zhunsheng.reports.outline import outline
from zhunsheng.reports.render import ALL, GIVEN_WORDS, NONE, PARTS, WAYS
from zhunsheng.reports.token import Token, tokens


def register() -> None:
    """Adds the check to Django's."""
    register_check(check_outlines)


def check_outlines(**_: Any) -> list[CheckMessage]:
    """Every fault of what installed regimes feed into the report, named."""
    try:
        # The year only fills the headings: any will do.
        items = [item for kind in kinds() for item in outline(2000, kind=kind)]
        faults = [fault for kind in kinds().values() for fault in _kind_faults(kind)]
    except OutlineError as error:
        return [Error(f"{error.zh} / {error.en}", id="zhunsheng.E003")]
    for item in items:
        texts = [(item.key, item.text), *((part.key, part.text) for part in item.parts)]
        faults += [f"{key}: {fault}" for key, text in texts for fault in _faults(text)]
        tables = {table.key for table in registry().tables()}
        faults += [f"{item.key}: no table {name!r}" for name in item.tables if name not in tables]
    return [Error(fault, id="zhunsheng.E003") for fault in faults]


def _kind_faults(kind: ReportKind) -> Iterator[str]:
    """Days and rules that no pack has, texts with what nothing gives."""
    known = {rule.key for rule in law().rules()}
    for rule in (kind.submit, kind.publish, *(item.rule for item in kind.items)):
        if rule and rule not in known:
            yield f"{kind.key}: no rule {rule!r}"
    for text in (kind.opening, kind.closing):
        yield from (f"{kind.key}: {fault}" for fault in _faults(text))


def _faults(text: str) -> Iterator[str]:
    known = registry().figures().keys() | GIVEN_WORDS
    for piece in tokens(text):
        if not isinstance(piece, Token):
            if "{" in piece.text or "}" in piece.text:
                yield f"a brace belongs to no figure: {piece.text[:40]!r}"
        elif piece.key not in known:
            yield f"{piece.source} names the unknown figure {piece.key!r}"
        elif piece.how in (PARTS, NONE) and not _has_parts(piece.key):
            yield f"{piece.source} lists the parts of what has none"
        elif piece.mark:
            if piece.how == ALL and not isinstance(registry().figures()[piece.key].measure, Rate):
                yield f"{piece.source} asks whether all of what is no rate"
            elif piece.how not in ("", ALL, NONE):
                yield f"{piece.source} opens a section in the unknown way {piece.how!r}"
        elif piece.how.startswith(EACH):
            if piece.key in GIVEN_WORDS or not registry().figures()[piece.key].of:
                yield f"{piece.source} lists rows of what counts none"
                continue
            for name in unknown_fields(piece.key, piece.how):
                yield f"{piece.source} names the unknown field {name!r}"
        elif piece.how and piece.how not in (*POLICIES, *WAYS):
            yield f"{piece.source} asks for the unknown way {piece.how!r}"


def _has_parts(key: str) -> bool:
    figure = registry().figures().get(key)
    return figure is not None and figure.parts is not None
