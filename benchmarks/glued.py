"""Consistent passages of several subjects joined into long reports, in the corpus's own format."""

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.passages import Passage, consistent

_REPORTS: Final = 60
_EACH: Final = 12  # passages to a report


def glued(path: Path) -> Iterator[Passage]:
    """The reports, the same in every run; the relations of their passages go with them."""
    every = list(consistent(path))
    for seed in range(_REPORTS):
        chance = random.Random(seed)
        chosen = chance.sample(every, min(_EACH, len(every)))
        yield _joined(f"glued-{seed}", chosen, chance.choice(("\n", "", "\n\n")))


def _joined(key: str, chosen: list[Passage], glue: str) -> Passage:
    report: Passage = {"id": key, "class": "glued", "text": "", "source": "", "topic": ""}
    report |= {"quantities": [], "relations": [], "ignore": []}
    for passage in copy.deepcopy(chosen):
        at = len(report["text"])
        figures = [f for r in passage["relations"] for f in (r["total"], *r["parts"])]
        for figure in (*passage["quantities"], *figures, *passage["ignore"]):
            figure["start"] += at
            figure["end"] += at
        for name in ("quantities", "relations", "ignore"):
            report[name] += passage[name]
        report["text"] += passage["text"].rstrip() + glue
    return report
