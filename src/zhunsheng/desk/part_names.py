"""The parts of a report as people call them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from zhunsheng.kernel.label import in_language
from zhunsheng.reports.kind import kinds
from zhunsheng.reports.models import Report
from zhunsheng.reports.outline import outline


def part_names(found: Report) -> dict[str, str]:
    """Key of a part of the report → its name, with that of its item."""
    names = _names(found.year, found.kind)
    return {key: names.get(key, key) for key in json.loads(found.parts)}


def named_in(reports: Iterable[int], *, year: int) -> dict[int, dict[str, str]]:
    """Row of a report → names of its parts; 0 → names by which any report knows them."""
    anywhere: dict[str, str] = {}
    for kind in kinds():
        anywhere = _names(year, kind) | anywhere
    rows = Report.objects.in_bulk(list(reports))
    return {0: anywhere} | {pk: part_names(report) for pk, report in rows.items()}


def _names(year: int, kind: str) -> dict[str, str]:
    names = {}
    for item in outline(year, kind=kind):
        above = in_language(item.zh, item.en)
        parts = {p.key: in_language(p.zh, p.en) for p in item.parts}
        for key in item.part_keys():
            names[key] = f"{above} · {parts[key]}" if key in parts else above
    return names
