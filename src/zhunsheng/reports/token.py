"""Tokens: `{key}`, `{key|余}`, `{key|each:…}`; `{#key}…{/key}` for text of that figure only.

`{#rate|all}…{/rate}` is shown where the rate is whole: absolute words stand only there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KEY = r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*"
_HOW = r"each:[^{}|\n]{1,300}|[^{}|\s]{1,10}"
_TOKEN = re.compile(rf"\{{([#^/]?)({_KEY})(?:\|({_HOW}))?\}}")


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
