"""Tokens as a writer sees them: the value each shows, its name, whether it hides what follows."""

from collections.abc import Mapping
from dataclasses import dataclass

from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.label import in_language
from zhunsheng.reports.each import EACH
from zhunsheng.reports.render import Renderer
from zhunsheng.reports.token import Token, tokens

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Chip:
    """One token; `shown` are its words in the text, `hides` whether its section falls away."""

    shown: str
    name: str
    hides: bool = False


def chips(parts: Mapping[str, str], renderer: Renderer) -> dict[str, Chip]:
    """Source of a token → how it is shown, for every token of the parts."""
    found: dict[str, Chip] = {}
    for text in parts.values():
        for piece in tokens(text):
            if isinstance(piece, Token) and piece.source not in found:
                found[piece.source] = _chip(piece, renderer)
    return found


def _chip(token: Token, renderer: Renderer) -> Chip:
    name = in_language(*name_of(token.key))
    if token.mark == "/":
        return Chip("", name)
    if token.mark:
        return Chip("", name, renderer.hides(token))
    shown = "".join(run.text for run in renderer.paragraph(token.source))
    if token.how.startswith(EACH) and len(shown) > _LONGEST:
        shown = f"{shown[:_LONGEST]}……"
    return Chip(shown, name)
