"""Which reports of a run share passages, set phrases of the genre ignored."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from zhunsheng.audit.copies import Library
from zhunsheng.cli.auditing.handed_in import HandedInError, beside


def pairs(paths: Sequence[str]) -> Iterator[str]:
    """One line for each passage that a report shares with an earlier one of the run."""
    library = Library()
    for path in paths:
        try:
            report = beside(Path(path))
        except HandedInError:
            continue  # refused by name already
        for copy in library.copies(report.text):
            words = " ".join(report.text[copy.start : copy.end].split())[:60]
            alike = f"相同{copy.alike:.0%} / {copy.alike:.0%} the same"
            yield f"≈ {path} ↔ {copy.name}：{alike}：{words}…"
        library.add(report)
