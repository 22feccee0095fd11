"""Every figure of every consistent passage altered once, in the corpus's own format."""

import copy
import random
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.passages import Passage, breaks, consistent, key_of

_PRINTED: Final = re.compile(r"\d+(?:\.\d+)?")
_LONGEST_ITEM: Final = 18


def swapped(_: random.Random, number: str) -> str:
    """Two neighbouring digits that differ, in each other's place."""
    for n in reversed(range(len(number) - 1)):
        a, b = number[n], number[n + 1]
        if a != b and "." not in (a, b) and not (n == 0 and b == "0"):
            return f"{number[:n]}{b}{a}{number[n + 2 :]}"
    return number


def digit(chance: random.Random, number: str) -> str:
    """One digit replaced by another."""
    places = [n for n, char in enumerate(number) if char.isdigit()]
    place = chance.choice(places)
    others = [d for d in "0123456789" if d != number[place] and (d != "0" or place)]
    return number[:place] + chance.choice(others) + number[place + 1 :]


def one_off(chance: random.Random, number: str) -> str:
    """One more or less in the last place."""
    places = len(number.partition(".")[2])
    moved = Decimal(number) + Decimal(chance.choice((1, -1))).scaleb(-places)
    return str(moved) if moved > 0 else number


def tenfold(_: random.Random, number: str) -> str:
    """The point one place further right, or a nought more."""
    return str(Decimal(number) * 10)


KINDS: Final[dict[str, Callable[[random.Random, str], str]]] = {
    "swapped": swapped,
    "digit": digit,
    "one_off": one_off,
    "tenfold": tenfold,
}


def mutants(path: Path) -> Iterator[tuple[str, Passage]]:
    """(kind, passage) of each alteration that breaks a relation; the same in every run."""
    for passage in consistent(path):
        chance = random.Random(passage["id"])
        for place in range(len(passage["quantities"])):
            for kind, how in KINDS.items():
                yield from _told(kind, _altered(passage, place, kind, partial(how, chance)))
            yield from _told("scale_lost", _without_scale(passage, place))
            yield from _told("part_dropped", _dropped(passage, place))


def _told(kind: str, passage: Passage | None) -> Iterator[tuple[str, Passage]]:
    if passage is not None and any(not r["holds"] for r in passage["relations"]):
        yield kind, passage


def _altered(passage: Passage, place: int, kind: str, how: Callable[[str], str]) -> Passage | None:
    figure = passage["quantities"][place]
    if re.search(r"\d[ ,]\d", figure["text"]):
        return None
    text = _PRINTED.sub(lambda m: how(m[0]), figure["text"], count=1)
    match, before = _PRINTED.search(text), _PRINTED.search(figure["text"])
    if match is None or before is None or text == figure["text"] or not Decimal(before[0]):
        return None
    value = Decimal(str(figure["value"])) * Decimal(match[0]) / Decimal(before[0])
    return _with(passage, place, kind, text, value)


def _without_scale(passage: Passage, place: int) -> Passage | None:
    figure = passage["quantities"][place]
    if "万" not in figure["text"] or "亿" in figure["text"]:
        return None
    value = Decimal(str(figure["value"])) / 10000
    return _with(passage, place, "scale_lost", figure["text"].replace("万", ""), value)


def _with(passage: Passage, place: int, kind: str, text: str, value: Decimal) -> Passage:
    """The passage with one figure printed as `text`; relations are worked out anew."""
    changed = _moved(passage, f"{passage['id']}-{kind}-{place}", passage["quantities"][place], text)
    here = key_of(passage["quantities"][place])
    for old, new in zip(passage["relations"], changed["relations"], strict=True):
        if breaks(old, {here: value}):
            new["holds"] = False
        elif here in {key_of(f) for f in (old["total"], *old["parts"])}:
            new["borderline"] = True  # altered within rounding, or past what is worked out here
    changed["quantities"][place]["value"] = float(value)
    return changed


def _dropped(passage: Passage, place: int) -> Passage | None:
    """Without one item of a list: 甲12件、乙20件、丙8件 without 乙20件."""
    figure, text = passage["quantities"][place], passage["text"]
    start = max(text.rfind(mark, 0, figure["start"]) for mark in "、，；")
    short = start > 0 and figure["end"] - start < _LONGEST_ITEM
    if not short or text[figure["end"] : figure["end"] + 1] not in ("、", "，", "；", "。"):
        return None
    if re.search(r"[（）()]", text[start : figure["end"]]):
        return None
    if any(start <= q["start"] < figure["start"] for q in passage["quantities"]):
        return None
    here = key_of(figure)
    item = {"start": start, "end": figure["end"]}
    changed = _moved(passage, f"{passage['id']}-dropped-{place}", item, "")
    changed["quantities"].pop(place)
    for old, new in zip(passage["relations"], changed["relations"], strict=True):
        if here not in {key_of(p) for p in (old["total"], *old["parts"])}:
            continue
        is_list = old["kind"] in ("sum", "complement") and len(old["parts"]) > 2
        if is_list and key_of(old["total"]) != here and breaks(old, {here: Decimal(0)}):
            new["holds"] = False
            new["parts"] = [
                p for o, p in zip(old["parts"], new["parts"], strict=True) if key_of(o) != here
            ]
        else:
            new["borderline"] = True
    return changed


def _moved(passage: Passage, key: str, where: Passage, text: str) -> Passage:
    """A copy with the text at `where` replaced and every offset after it moved."""
    changed = copy.deepcopy(passage)
    start, end = where["start"], where["end"]
    changed["id"], changed["class"] = key, "mutant"
    changed["text"] = passage["text"][:start] + text + passage["text"][end:]
    by = len(text) - (end - start)
    figures = [f for r in changed["relations"] for f in (r["total"], *r["parts"])]
    for figure in (*changed["quantities"], *figures, *changed["ignore"]):
        if figure["start"] >= end:
            figure["start"] += by
        if figure["end"] >= end:
            figure["end"] += by
    return changed
