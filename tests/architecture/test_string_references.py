"""What imports cannot show: names in strings that would tie one application to another."""

import ast
from pathlib import Path

import pytest

from tests.architecture.tracked import ROOT, python_files, shown, text_of

PACKAGE = ROOT / "src" / "zhunsheng"
RELATIONS = frozenset(["ForeignKey", "OneToOneField", "ManyToManyField", "get_model", "swappable"])
PURE = ("audit", "gongwen", "statute", "words")
#: From the top of the house to its ground: a reference points down, or stays where it is.
ORDER = ("cli", "config", "desk", "portal", "reports", "regimes", "kernel", *PURE)
FACES = ("cli", "config", "desk", "portal")


def application(path: Path) -> str:
    """The layer of a file, or the regime's own key."""
    parts = path.relative_to(PACKAGE).parts
    return parts[1] if parts[0] == "regimes" and len(parts) > 2 else parts[0]


def labels() -> frozenset[str]:
    own = {p.parent.name for p in (PACKAGE / "regimes").glob("*/regime.py")}
    return frozenset(own | {"kernel", "reports", "desk", "portal"})


def relations(path: Path) -> list[tuple[int, str]]:
    """(line, application label) of each relation of a model named in a string."""
    found = []
    for node in ast.walk(ast.parse(text_of(path))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        first = node.args[0]
        if name in RELATIONS and isinstance(first, ast.Constant) and isinstance(first.value, str):
            found.append((node.lineno, first.value.partition(".")[0]))
    return found


def modules_named(path: Path) -> list[tuple[int, str]]:
    """(line, layer) of each of our own modules named in a string, as import_module takes it."""
    return [
        (node.lineno, node.value.split(".")[1])
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("zhunsheng.")
        and node.value.split(".")[1] in ORDER
    ]


def product_files() -> list[Path]:
    return [p for p in python_files() if p.is_relative_to(PACKAGE) and "tests" not in p.parts]


def rank(layer: str) -> int:
    return ORDER.index(layer) if layer in ORDER else ORDER.index("regimes")


def test_a_relation_named_in_a_string_stays_inside_its_application_or_points_down() -> None:
    wrong = []
    for path in product_files():
        own = application(path)
        for line, label in relations(path):
            if label not in labels() or label == own:
                continue
            regime_to_regime = rank(label) == rank(own)
            if regime_to_regime or rank(label) < rank(own):
                wrong.append(f"{shown(path)}:{line} → {label}")
    assert wrong == []


def test_a_module_named_in_a_string_is_not_above_the_one_that_names_it() -> None:
    wrong = [
        f"{shown(path)}:{line} → {layer}"
        for path in product_files()
        if (own := application(path)) not in FACES
        for line, layer in modules_named(path)
        if rank(layer) < rank(own)
    ]
    assert wrong == []


@pytest.mark.parametrize("layer", PURE)
def test_nothing_below_the_line_names_django_in_a_string(layer: str) -> None:
    named = [
        f"{shown(path)}:{node.lineno}"
        for path in product_files()
        if application(path) == layer
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("django.")
    ]
    assert named == []
