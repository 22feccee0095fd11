"""Reading one cell as a field wants it: compiled once for each column, called for every row."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models

from zhunsheng.kernel.label import both

Reader = Callable[[object], object]
_AMOUNT = re.compile(r"([0-9]+)(\.[0-9]+)?")
_FULL_WIDTH = re.compile(r"[０-９]")
#: A day as it is written; systems add the time of day, which a date does not keep.
_DATE = re.compile(
    r"(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2}))"
    r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?"
)
_YES = frozenset({"是", "√", "yes", "y", "true", "1"})
_NO = frozenset({"否", "×", "no", "n", "false", "0", ""})


class CellError(ValueError):
    """A cell that cannot be accepted: why, and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


def reader_of(field: models.Field[Any, Any], *, required: bool) -> Reader:
    """The function that turns a cell into this field's value, or raises CellError."""
    read = _or_empty(field, _reader(field), required=required)
    # The same few days and choices come again in every row; typed, for 1.0, 1 and True are equal.
    repeats = field.choices or isinstance(field, models.DateField | models.BooleanField)
    return functools.lru_cache(maxsize=4096, typed=True)(read) if repeats else read


def _or_empty(field: models.Field[Any, Any], inner: Reader, *, required: bool) -> Reader:
    empty = None if field.null else (field.get_default() if field.has_default() else "")

    def read(cell: object) -> object:
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            if required:
                raise CellError("必填，不能为空；请补填", "is required; fill it in")
            return empty
        return inner(cell)

    return read


def text_of(cell: object) -> str:
    """A cell as the clerk sees it: 359.0 is 359, a date its ISO form, a time 09:30."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.min.time() else str(cell)
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return "" if cell is None else str(cell)


def date_of(cell: object) -> date:
    """A date from a date cell or from its usual written forms."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float):
        raise CellError(
            "是数字而不是日期；请把单元格格式改为日期", "is a number; format the cell as a date"
        )
    text = text_of(cell)
    _refuse_full_width(text)
    m = _DATE.fullmatch(text)
    if m is None:
        raise CellError(
            "不是日期；请写成2024-03-05这样的形式", "is not a date; write it like 2024-03-05"
        )
    year, month, day = (int(part) for part in m.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        raise CellError("这一天不存在；请核对日期", "is a day that does not exist") from None


def whole_of(cell: object) -> int:
    """A whole number, not negative."""
    if isinstance(cell, str):
        _refuse_full_width(cell)
        digits = cell.strip().replace(",", "").replace("，", "")
        if not digits.isascii() or not digits.isdigit():
            raise CellError("不是整数；请只填数字", "is not a whole number; digits only")
        return int(digits)
    whole = isinstance(cell, int) or (isinstance(cell, float) and cell.is_integer())
    if isinstance(cell, bool) or not whole or not isinstance(cell, int | float):
        raise CellError("不是整数；请只填数字", "is not a whole number; digits only")
    if cell < 0:
        raise CellError("不能小于零；请核对", "cannot be below zero")
    return int(cell)


def _reader(field: models.Field[Any, Any]) -> Reader:
    if field.choices:
        return _choice(field)
    if isinstance(field, models.DateField):
        return date_of
    if isinstance(field, models.BooleanField):
        return _yes_or_no
    if isinstance(field, models.IntegerField):
        return whole_of
    if isinstance(field, models.DecimalField):
        return _amount(field)
    return _text(field)


def _amount(field: models.DecimalField[Any, Any]) -> Reader:
    """A number of at most so many places, not negative; never the binary fraction of a cell."""
    places = field.decimal_places

    def read(cell: object) -> Decimal:
        text = text_of(cell).replace(",", "").replace("，", "")
        _refuse_full_width(text)
        plain = _AMOUNT.fullmatch(text) if not isinstance(cell, bool | date) else None
        if plain is None or len(plain[2] or "") > places + 1:
            raise CellError(
                f"不是金额；请只填数字，小数最多{places}位",
                f"is no amount; digits only, {places} decimal places at most",
            )
        if len(plain[1]) > field.max_digits - places:
            raise CellError("数额过大；请核对单位", "is too large; check its unit")
        return Decimal(text).quantize(Decimal(1).scaleb(-places))

    return read


def _text(field: models.Field[Any, Any]) -> Reader:
    limit = field.max_length

    def read(cell: object) -> str:
        text = cell.strip() if isinstance(cell, str) else text_of(cell)
        if limit is not None and len(text) > limit:
            raise CellError(
                f"有{len(text)}个字，最多{limit}个字；请精简",
                f"has {len(text)} characters, {limit} at most; shorten it",
            )
        return text

    return read


def _choice(field: models.Field[Any, Any]) -> Reader:
    allowed: dict[str, object] = {}
    shown = []
    for value, text in field.flatchoices:
        zh, en = both(text)
        allowed |= {zh: value, en: value, str(value): value}
        shown.append((zh, en))
    zh_list = "、".join(zh for zh, _ in shown)
    en_list = ", ".join(en for _, en in shown)

    def read(cell: object) -> object:
        text = text_of(cell)
        if text not in allowed:
            raise CellError(f"不在可选范围；可填：{zh_list}", f"is not one of: {en_list}")
        return allowed[text]

    return read


def _yes_or_no(cell: object) -> bool:
    text = text_of(cell).lower()
    if isinstance(cell, bool):
        return cell
    if text in _YES or text in _NO:
        return text in _YES
    raise CellError("只能填“是”或“否”", "must be 是 (yes) or 否 (no)")


def _refuse_full_width(text: str) -> None:
    if _FULL_WIDTH.search(text):
        raise CellError("含全角数字；请改为半角数字", "has full-width digits; use plain digits")
