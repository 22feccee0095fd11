"""The parts of a report as its page shows them: text, findings, comments, sign-off."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from zhunsheng.desk.blockers import Standing, shown
from zhunsheng.kernel.label import in_language
from zhunsheng.reports.life.collected import PartState
from zhunsheng.reports.life.threads import Thread
from zhunsheng.reports.models import Report
from zhunsheng.reports.review import Review

_LINE, _LEAST, _MOST = 34, 2, 16  # characters a line of the box, lines it opens with


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part; `first` marks the first of its item, `name` is "" for the item's own words."""

    key: str
    item: str
    name: str
    text: str
    first: bool
    findings: list[Standing]
    threads: tuple[Thread, ...] = ()
    state: PartState | None = None

    @property
    def rows(self) -> int:
        return min(max(len(self.text) // _LINE + 1, _LEAST), _MOST)

    @property
    def open_threads(self) -> int:
        return sum(thread.settled is None for thread in self.threads)


def parts_shown(
    report: Report,
    now: Review,
    *,
    said: Mapping[str, tuple[Thread, ...]],
    owed: Mapping[str, PartState],
) -> list[PartShown]:
    """Every part in the order of the report."""
    texts = json.loads(report.parts)
    found = []
    for item in now.items:
        names = {p.key: in_language(p.zh, p.en) for p in item.parts}
        for place, key in enumerate(item.part_keys()):
            found.append(
                PartShown(
                    key,
                    in_language(item.zh, item.en),
                    names.get(key, ""),
                    texts.get(key, ""),
                    place == 0,
                    findings_of(now, key),
                    said.get(key, ()),
                    owed.get(key),
                )
            )
    return found


def findings_of(now: Review, part: str) -> list[Standing]:
    """What stands against signature in the part; "" for what is of the whole report."""
    return shown(tuple(b for b in now.blockers if b.part == part))


def remarks_of(now: Review, part: str) -> list[str]:
    """The audit's remarks on places in the part."""
    found = []
    for remark in now.audit.remarks:
        where = now.written.part_at(remark.spans[0][0]) if remark.spans else ""
        if where == part:
            found.append(in_language(remark.zh, remark.en))
    return found
