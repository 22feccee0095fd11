"""A contract of import-linter: of our own modules, these packages import the listed ones alone."""

import sys

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.helpers import module_expressions_to_modules

_OURS = "zhunsheng"


class AllowedImportsContract(Contract):
    """Each importer may import itself and `allowed`; its tests also `allowed_to_tests`.

    With `everything_else` other people's packages count too, the standard library excepted.
    import-linter's own contracts forbid what they list: a module added tomorrow would be open.
    """

    type_name = "allowed"

    importers = fields.SetField(subfield=fields.ModuleExpressionField())
    allowed = fields.ListField(subfield=fields.StringField(), required=False)
    allowed_to_tests = fields.ListField(subfield=fields.StringField(), required=False)
    everything_else = fields.BooleanField(required=False, default=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        broken = []
        for package in module_expressions_to_modules(graph, self.importers):  # type: ignore[arg-type]
            for module in sorted({package.name, *graph.find_descendants(package.name)}):
                for imported in sorted(graph.find_modules_directly_imported_by(module)):
                    if not self._may(package.name, module, imported):
                        broken.append((module, imported))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for module, imported in check.metadata["broken"]:
            output.print_error(f"{module} imports {imported}", bold=False)

    def _may(self, package: str, module: str, imported: str) -> bool:
        if _within(imported, package):
            return True
        if not _within(imported, _OURS):
            top = imported.partition(".")[0]
            return not self.everything_else or top in sys.stdlib_module_names
        listed = [*self._listed("allowed")]
        if ".tests" in module:
            listed += self._listed("allowed_to_tests")
        return any(_within(imported, name) for name in listed)

    def _listed(self, field: str) -> list[str]:
        return [str(name) for name in getattr(self, field) or () if str(name)]


def _within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")
