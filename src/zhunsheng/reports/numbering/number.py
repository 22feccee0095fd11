"""A document number 发文字号: the agency's mark, the year, the place within it."""

import re
from dataclasses import dataclass

from zhunsheng.reports.errors import ReportError

#: GB/T 9704 7.2.5: 〔〕 around all four digits of the year, no 第, no zero before.
_FORM = re.compile(r"(?P<mark>[^〔〕\d\s]{1,20})〔(?P<year>\d{4})〕(?P<place>[1-9]\d{0,5})号")


@dataclass(frozen=True, slots=True)
class Number:
    """澜科〔2025〕6号."""

    mark: str
    year: int
    place: int

    def __str__(self) -> str:
        return f"{self.mark}〔{self.year}〕{self.place}号"


def read_number(text: str) -> Number:
    """The number written so. Errors: ReportError for any other form."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise ReportError(
            f"“{text}”不是规范的发文字号：应为机关代字、六角括号内的四位年份和序号，不加“第”，"
            "序号前不加0，如“澜科〔2025〕6号”。",
            f"'{text}' is no document number: mark, year in 〔〕, place without zeros, as in"
            " 澜科〔2025〕6号.",
        )
    return Number(found["mark"], int(found["year"]), int(found["place"]))
