"""facts.json keeps to its published schema, and the schema refuses what facts.json must not be."""

import csv
import io
import json
import re
from typing import Any

import pytest
from django.test import Client

from tests.reports import desk
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.facts_csv import COLUMNS, facts_csv
from zhunsheng.reports.facts_schema import schema_bytes
from zhunsheng.reports.models import Edition
from zhunsheng.reports.redact import redacted_facts

SCHEMA = json.loads(schema_bytes())
_TYPES = {
    "object": dict, "array": list, "string": str, "integer": int, "null": type(None),
}  # fmt: skip
#: The words of JSON Schema the validator below knows; a schema with another one fails the test.
_KNOWN = {
    "$schema", "$id", "$ref", "$defs", "title", "description", "type", "required", "properties",
    "additionalProperties", "items", "pattern", "enum", "const", "minimum", "maximum", "minLength",
    "if", "then", "else",
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], at: str = "$") -> list[str]:
    """Where the value is not as the schema says: the part of JSON Schema that the schema uses."""
    assert schema.keys() <= _KNOWN
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], at)
    found = []
    kinds = schema.get("type", list(_TYPES))
    allowed = tuple(_TYPES[k] for k in ([kinds] if isinstance(kinds, str) else kinds))
    if not isinstance(value, allowed) or isinstance(value, bool):
        return [f"{at}: {value!r} is no {kinds}"]
    if isinstance(value, str):
        found += [at] * (not re.search(schema.get("pattern", ""), value))
        found += [at] * (len(value) < schema.get("minLength", 0))
    if isinstance(value, int):
        found += [at] * (not schema.get("minimum", value) <= value <= schema.get("maximum", value))
    found += [at] * ("enum" in schema and value not in schema["enum"])
    found += [at] * ("const" in schema and value != schema["const"])
    if isinstance(value, dict):
        found += _of_object(value, schema, at)
    if isinstance(value, list) and "items" in schema:
        for place, one in enumerate(value):
            found += faults(one, schema["items"], f"{at}[{place}]")
    return found


def _of_object(value: dict[str, Any], schema: dict[str, Any], at: str) -> list[str]:
    known = schema.get("properties", {})
    found = [f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value]
    if schema.get("additionalProperties") is False:
        found += [f"{at}.{name} is unknown" for name in value if name not in known]
    for name, inner in known.items():
        if name in value:
            found += faults(value[name], inner, f"{at}.{name}")
    if "if" in schema:
        way = "else" if faults(value, schema["if"], at) else "then"
        found += faults(value, schema.get(way, {}), at)
    return found


@pytest.fixture
def edition(db: None) -> Edition:
    bureau: Bureau = desk.small_year()
    return desk.issued(bureau)


def test_an_editions_facts_keep_to_the_schema(edition: Edition) -> None:
    assert faults(json.loads(edition.facts), SCHEMA) == []
    hidden = redacted_facts(edition.facts, ["oversight.remarks"])
    assert faults(json.loads(hidden), SCHEMA) == []
    statuses = {fact["status"] for fact in json.loads(edition.facts)["facts"]}
    assert {"value", "undefined"} <= statuses


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("value", 502), ("value", "5e2"), ("value", "007"), ("value", None), ("status", "missing"),
        ("status", "guess"), ("rows", -1), ("rows", "3"), ("key", "Remarks"), ("period", "24"),
        ("more", 1),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_a_fact_must_not_be(name: str, value: object) -> None:
    fact = {
        "key": "oversight.remarks", "value": "2", "unit": "条", "status": "value", "period": "2024",
        "dated_by": "made_on", "numerator": None, "denominator": None, "basis": "row",
        "query": "count", "rows": 2,
    }  # fmt: skip
    assert faults({"agency": "某局", "year": 2024, "facts": [fact]}, SCHEMA) == []
    assert faults({"agency": "某局", "year": 2024, "facts": [fact | {name: value}]}, SCHEMA)


def test_the_portal_publishes_the_schema(db: None) -> None:
    answer = Client().get("/facts.schema.json")
    assert answer.content == schema_bytes()
    assert answer.headers["Content-Type"].startswith("application/schema+json")


def test_the_table_says_the_same_as_the_json(edition: Edition) -> None:
    text = facts_csv(edition.facts).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    facts = json.loads(edition.facts)["facts"]
    assert len(rows) == len(facts)
    for row, fact in zip(rows, facts, strict=True):
        assert list(row) == list(COLUMNS)
        assert all(row[n] == ("" if fact[n] is None else str(fact[n])) for n in COLUMNS)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t"])
def test_no_cell_is_a_formula(start: str) -> None:
    fact = dict.fromkeys(COLUMNS) | {"query": f"{start}HYPERLINK()", "value": "-3"}
    text = facts_csv(json.dumps({"facts": [fact]})).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["query"] == f"'{start}HYPERLINK()"
    assert row["value"] == "-3"
