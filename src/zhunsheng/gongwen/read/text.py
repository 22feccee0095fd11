"""Plain text: its encoding, and its lines."""

from __future__ import annotations

import re
from typing import Final

from zhunsheng.gongwen.model import Kind
from zhunsheng.gongwen.read.flow import is_page_number
from zhunsheng.gongwen.read.line import Extract, Line
from zhunsheng.gongwen.read.refusals import refusal

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LINE: Final = re.compile(r"[^\n\r\f\x0b\u2028\u2029]+")
_BLANK: Final = " \t\u3000\xa0\ufeff"
_COMMON_SHARE: Final = 0.7  # of GB 2312 in a text: simplified Chinese 0.98 and more, Big5 0.5
_HARD_WRAP: Final = 60  # characters; the longest line of a text that was wrapped by hand


def decode(data: bytes, source: str) -> str:
    """The text, by its byte order mark, else UTF-8, else GB 18030.

    Errors: ReadError `undecodable`, which names the byte; `doubtful_encoding`.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise refusal("undecodable", source, position=error.start) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            raise refusal("undecodable", source, position=error.start) from error
    if _looks_foreign(text):
        raise refusal("doubtful_encoding", source)
    return text


def _looks_foreign(text: str) -> bool:
    """Whether the characters are too rare for Chinese: Big5 and Shift JIS decode without error."""
    beyond = [character for character in text if character > "\x7f"]
    common = sum(len(character.encode("gb2312", "ignore")) > 0 for character in beyond)
    return common < _COMMON_SHARE * len(beyond)


_TABBED: Final = 2  # tabs of a line that is a row of a table: it does not go on in the next


def extract(text: str) -> Extract:
    """The lines of a text, without their indents and blank lines."""
    found = []
    for match in _LINE.finditer(text):
        hanging = match.group().lstrip(_BLANK)
        words = hanging.rstrip(_BLANK)
        if words:
            found.append((match.start(), match.end() - len(hanging), words))
    widest = max((len(words) for _, _, words in found), default=0)
    wrapped = widest <= _HARD_WRAP
    lines = [
        Line(
            first,
            first + len(words),
            wrapped and len(words) + (first - start) >= widest - 2 >= 14,
            first - start >= 2,
            kind=Kind.PAGE_NUMBER if is_page_number(words) else None,
            whole=words.count("\t") >= _TABBED,
        )
        for start, first, words in found
    ]
    return Extract(text, tuple(lines))
