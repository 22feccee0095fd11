"""Tokens: `{key}`, `{key|余}`, and `{#key}…{/key}` for text that stands only with the figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\{([#^/]?)([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)(?:\|([^{}|\s]{1,10}))?\}")


@dataclass(frozen=True, slots=True)
class Text:
    """Words as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A figure in the text; `mark` is empty, or # ^ / of a section; `how` it is shown."""

    mark: str
    key: str
    how: str
    source: str


def tokens(text: str) -> Iterator[Text | Token]:
    """The pieces of a text in order."""
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            yield Text(text[at : match.start()])
        yield Token(match[1], match[2], match[3] or "", match[0])
        at = match.end()
    if at < len(text):
        yield Text(text[at:])
