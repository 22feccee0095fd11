"""Annotated passages of a corpus, and whether their relations hold once a figure is altered."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, Final

Passage = dict[str, Any]
Values = tuple[Decimal, ...]
Form = Callable[[Values], Decimal]

_DIGITS: Final = re.compile(r"\d[\d,， ]*(?:\.\d+)?")
_DAYS: Final = (1, 4, 7, 12, 30, 31, 52, 90, 91, 92, 100, 365, 366, 1000, 10000)
_SIGNED: Final = 6  # figures of a stock and its flows whose signs are tried


def passages(path: Path) -> list[Passage]:
    """The passages of a file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def consistent(path: Path) -> Iterator[Passage]:
    """Published passages of the file in which no relation is broken."""
    for passage in passages(path):
        if passage["class"] == "mutant":
            continue
        if all(r["holds"] or r.get("borderline") for r in passage["relations"]):
            yield passage


def key_of(figure: Mapping[str, Any]) -> tuple[int, int]:
    """Where the figure stands: what tells it from the others."""
    return figure["start"], figure["end"]


def breaks(relation: Mapping[str, Any], places: Mapping[tuple[int, int], Decimal]) -> bool:
    """Whether a relation that held is broken by the values now at its figures' places."""
    if not relation["holds"] or relation.get("borderline"):
        return False
    figures = [relation["total"], *relation["parts"]]
    if any(_inexact(figure["text"]) for figure in figures):
        return False
    before = tuple(Decimal(str(figure["value"])) for figure in figures)
    after = tuple(places.get(key_of(f), v) for f, v in zip(figures, before, strict=True))
    if before == after:
        return False
    slack = sum((_half_step(figure["text"]) for figure in figures), Decimal(0))
    forms = [form for form in _forms(relation["kind"], before) if _near(form, before, slack)]
    return bool(forms) and not any(_near(form, after, slack * 2) for form in forms)


def _near(form: Form, values: Values, slack: Decimal) -> bool:
    try:
        return abs(form(values)) <= slack
    except (ZeroDivisionError, InvalidOperation):
        return False


def _forms(kind: str, values: Values) -> Iterator[Form]:
    """What may have been meant: each is nought where the relation holds."""
    if kind == "repeat":
        yield lambda v: v[0] - v[1]
    elif kind == "range":
        yield lambda v: max(max(v[1:]) - v[0], Decimal(0))
        yield lambda v: max(v[0] - min(v[1:]), Decimal(0))
    elif kind in ("sum", "complement", "difference"):
        yield from _signed(len(values))
    elif kind in ("share", "rate"):
        yield lambda v: v[0] - sum(v[1:-1]) * 100 / v[-1]
        yield lambda v: v[0] - v[1] * 100 / sum(v[2:])
    elif kind == "growth":
        yield from _growths()
    elif kind == "average":
        yield from _averages(len(values))


def _signed(count: int) -> Iterator[Form]:
    yield lambda v: v[0] - sum(v[1:])
    if 2 < count <= _SIGNED:
        yield from (partial(_stock, signs) for signs in product((1, -1), repeat=count - 1))
    else:
        yield lambda v: v[0] - v[1] + sum(v[2:])


def _stock(signs: tuple[int, ...], values: Values) -> Decimal:
    flows = sum((s * x for s, x in zip(signs, values[1:], strict=True)), Decimal(0))
    return abs(flows) - values[0]


def _growths() -> Iterator[Form]:
    yield lambda v: abs(v[0]) - abs(v[1] / v[2] - 1) * 100
    yield lambda v: abs(v[0]) - abs(v[2] / v[1] - 1) * 100
    yield lambda v: abs(v[0]) - v[2] / (v[1] - v[2]) * 100
    yield lambda v: abs(v[0]) - v[2] / (v[1] + v[2]) * 100
    yield lambda v: abs(v[0]) - v[1] / v[2] * 100


def _averages(count: int) -> Iterator[Form]:
    if count > 2:
        yield lambda v: v[0] - v[1] / v[2]
        yield lambda v: v[0] - v[1] * 1000 / v[2]
        yield lambda v: v[0] - v[1] * 10000 / v[2]
    yield from (partial(_daily, days) for days in _DAYS)


def _daily(days: int, values: Values) -> Decimal:
    return values[0] - values[1] / days


def _inexact(text: str) -> bool:
    return re.search(r"余|近|约|超|过|逾|多|左右|以上|以下|不足|突破", text) is not None


def _half_step(text: str) -> Decimal:
    """Half a unit of the last digit of a figure with decimals, a scale or a per-cent sign."""
    match = _DIGITS.search(text)
    decimals = len(match[0].partition(".")[2]) if match else 0
    scale = 10**12 if "万亿" in text else 10**8 if "亿" in text else 10**4 if "万" in text else 1
    rounded = decimals or scale > 1 or "%" in text or "％" in text
    return Decimal(scale).scaleb(-decimals) / 2 if rounded else Decimal(0)
