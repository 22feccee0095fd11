"""Files and functions stay small, names say what things are, every layer says what it promises."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tracked import ROOT, python_files, shown, text_of, tracked

FILE_WALL, FUNCTION_WALL, README_WALL = 300, 40, 30
BANNED_NAMES = frozenset(["utils", "util", "helpers", "helper", "common", "manager", "misc"])
PACKAGE = ROOT / "src" / "zhunsheng"
LAYERS = sorted(p for p in PACKAGE.iterdir() if (p / "__init__.py").is_file())
REGIMES = sorted(p.parent for p in (PACKAGE / "regimes").glob("*/regime.py"))


def trees() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(text_of(path))) for path in python_files()]


def test_no_file_is_longer_than_the_wall() -> None:
    long = {shown(p): n for p in python_files() if (n := len(text_of(p).splitlines())) > FILE_WALL}
    assert long == {}


def test_no_function_is_longer_than_the_wall() -> None:
    long = {
        f"{shown(path)}:{node.lineno} {node.name}": length
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_WALL
    }
    assert long == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = [shown(p) for p in python_files() if {*p.parts[:-1], p.stem} & BANNED_NAMES]
    assert named == []


def test_every_module_of_the_product_begins_with_its_promise() -> None:
    silent = [
        shown(path)
        for path, tree in trees()
        if path.is_relative_to(PACKAGE) and tree.body and ast.get_docstring(tree) is None
    ]
    assert silent == []


def test_nothing_is_left_to_do_in_comments() -> None:
    marks = re.compile(r"\b(TO" r"DO|FIX" r"ME)\b")
    left = [
        f"{shown(path)}:{number}"
        for path in tracked()
        if path.suffix in (".py", ".md", ".toml", ".html", ".css", ".js")
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if marks.search(line)
    ]
    assert left == []


@pytest.mark.parametrize("folder", [*LAYERS, *REGIMES], ids=shown)
def test_every_layer_and_regime_has_a_short_readme(folder: Path) -> None:
    readme = folder / "README.md"
    assert readme.is_file(), f"{shown(folder)} has no README.md"
    assert len(text_of(readme).splitlines()) <= README_WALL
