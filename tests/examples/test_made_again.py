"""`python -m examples.make` writes the committed workbooks and scans again, byte for byte."""

from pathlib import Path

from examples.make.__main__ import main
from tests.examples.model_year import EXAMPLES


def test_the_same_bytes_are_made_again(tmp_path: Path) -> None:
    main(tmp_path)
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    kept = {
        p.relative_to(EXAMPLES): p.read_bytes()
        for folder in ("model-year", "faulty")
        for p in (EXAMPLES / folder).rglob("*")
        if p.is_file() and p.suffix != ".toml"
    }
    assert made.keys() == kept.keys()
    assert [str(name) for name in made if made[name] != kept[name]] == []
