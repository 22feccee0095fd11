"""The published JSON Schema of facts.json, kept beside this file."""

from pathlib import Path

_FILE = Path(__file__).with_name("facts.schema.json")


def schema_bytes() -> bytes:
    """The schema as published."""
    return _FILE.read_bytes()
