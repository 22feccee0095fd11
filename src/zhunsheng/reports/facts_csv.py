"""Facts as a table: UTF-8 with its mark, one figure a row, safe to open in a spreadsheet."""

import csv
import io
import json

#: The columns of facts.csv, in order; the same names as in facts.json.
COLUMNS = (
    "key", "value", "unit", "status", "period", "dated_by", "numerator", "denominator", "basis",
    "rows", "query",
)  # fmt: skip
#: What a spreadsheet would take for a formula, half and full width.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def facts_csv(facts: str) -> bytes:
    """The table of a facts.json; an empty cell where there is no value."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for fact in json.loads(facts)["facts"]:
        writer.writerow([_cell(fact.get(name)) for name in COLUMNS])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()
