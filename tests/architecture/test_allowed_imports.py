"""The contract that regimes and words stand under breaks when it should."""

import pytest
from grimp import ImportGraph

from tests.architecture.allowed_imports import AllowedImportsContract


def contract(**options: object) -> AllowedImportsContract:
    settings = {"importers": ["zhunsheng.regimes.*"], "allowed": ["zhunsheng.kernel.declare"]}
    return AllowedImportsContract("named", {}, {**settings, **options})


def graph(importer: str, imported: str) -> ImportGraph:
    made = ImportGraph()
    for module in ("zhunsheng.regimes", "zhunsheng.regimes.norms", importer, imported):
        made.add_module(module)
    made.add_import(importer=importer, imported=imported)
    return made


@pytest.mark.parametrize(
    ("importer", "imported", "kept"),
    [
        ("zhunsheng.regimes.norms.models", "zhunsheng.kernel.declare", True),
        ("zhunsheng.regimes.norms.models", "zhunsheng.regimes.norms.guards", True),
        ("zhunsheng.regimes.norms.models", "django", True),
        ("zhunsheng.regimes.norms.models", "zhunsheng.kernel.record.models", False),
        ("zhunsheng.regimes.norms.models", "zhunsheng.kernel.declared_elsewhere", False),
        ("zhunsheng.regimes.norms.models", "zhunsheng.statute.due", False),
        ("zhunsheng.regimes.norms.tests.test_a", "zhunsheng.kernel.testing", False),
    ],
)
def test_only_what_is_listed_may_be_imported(importer: str, imported: str, kept: bool) -> None:
    assert contract().check(graph(importer, imported), verbose=False).kept is kept


def test_a_regimes_tests_may_import_more() -> None:
    made = graph("zhunsheng.regimes.norms.tests.test_a", "zhunsheng.kernel.testing")
    assert contract(allowed_to_tests=["zhunsheng.kernel"]).check(made, verbose=False).kept


@pytest.mark.parametrize(("imported", "kept"), [("decimal", True), ("django", False)])
def test_the_standard_library_is_free_to_all(imported: str, kept: bool) -> None:
    made = graph("zhunsheng.regimes.norms.models", imported)
    assert contract(everything_else="True").check(made, verbose=False).kept is kept
