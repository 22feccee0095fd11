"""Every refusal of this package: a code, and a sentence with its remedy in both languages."""

from __future__ import annotations


class GongwenError(Exception):
    """A document could not be read or written; `zh` and `en` say what, why and what to do."""

    def __init__(self, code: str, *, zh: str, en: str, source: str = "") -> None:
        super().__init__(f"{code}: {en}")
        self.code = code
        self.zh = zh
        self.en = en
        self.source = source


class ReadError(GongwenError):
    """The file cannot be read as a document."""


class WriteError(GongwenError):
    """The document cannot be laid out as asked."""
