"""What an import lays beside its rows: the papers they name, and the export they came in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhunsheng.kernel.evidence.models import EXPORT, File
from zhunsheng.kernel.workbook.plan import PlannedRow


@dataclass(frozen=True, slots=True)
class Papers:
    """The stored files by name; `export` is the file itself where another system made it."""

    named: Mapping[str, File]
    export: File | None

    def of(self, row: PlannedRow) -> Iterator[tuple[File, str]]:
        """Each file that proves the row, with its kind."""
        for name in row.evidence:
            yield self.named[name], "import"
        if self.export is not None:
            yield self.export, EXPORT

    def scan(self, row: PlannedRow) -> File | None:
        """The paper of the steps that a row shows to have been taken."""
        return self.named[row.evidence[0]] if row.evidence else None
