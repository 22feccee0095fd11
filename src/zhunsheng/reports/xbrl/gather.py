"""From frozen facts to a filing: what the figures are called and which identities they keep."""

import json
from collections.abc import Mapping
from decimal import Decimal

from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.kernel.figure.definition import Count, Distinct, Figure, Identity, Stock, Total
from zhunsheng.kernel.figure.told import told
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.xbrl.filing import Calculation, Element, Filing
from zhunsheng.reports.xbrl.sums import as_sum, total_of


def filing_of(facts: str, document: OfficialDocument, *, agency: str) -> Filing:
    """The filing of a facts.json and the text beside it; `agency` is the code of its agency.

    An identity one of whose figures has no value is left out: nothing could be added up.
    """
    data = json.loads(facts)
    rows = {row["key"]: row for row in data["facts"]}
    values = {key: Decimal(row["value"]) for key, row in rows.items() if row["value"] is not None}
    known = registry().figures()
    return Filing(
        agency=agency,
        name=data["agency"],
        year=data["year"],
        groups={key: (regime.zh, regime.en) for key, regime in registry().regimes.items()},
        elements=tuple(_element(row, known.get(key)) for key, row in rows.items()),
        calculations=_calculations(known, values),
        values=values,
        untold={key: row["status"] for key, row in rows.items() if key not in values},
        document=document,
    )


def _element(row: Mapping[str, str], figure: Figure | None) -> Element:
    """A figure no regime declares any more keeps its key for a name."""
    key = row["key"]
    zh_told, en_told = told(figure) if figure else ("", "")
    notes = (figure.note_zh, figure.note_en) if figure else ("", "")
    return Element(
        key=key,
        zh=figure.zh if figure else key,
        en=figure.en if figure else key,
        zh_told="。".join(t for t in (zh_told, notes[0]) if t),
        en_told=". ".join(t for t in (en_told, notes[1]) if t),
        group=key.partition(".")[0],
        unit=row["unit"],
        whole=figure is not None and isinstance(figure.measure, Count | Distinct | Stock),
    )


def _calculations(
    known: Mapping[str, Figure], values: Mapping[str, Decimal]
) -> tuple[Calculation, ...]:
    sums = [s for i in registry().identities() if _has_all(i, values) and (s := as_sum(i))]
    totals = [
        total_of(key, figure.measure.of, zh=figure.zh, en=figure.en)
        for key, figure in known.items()
        if isinstance(figure.measure, Total) and all(k in values for k in (key, *figure.measure.of))
    ]
    return (*sums, *totals)


def _has_all(identity: Identity, values: Mapping[str, Decimal]) -> bool:
    keys = identity.left + identity.left_minus + identity.right + identity.right_minus
    return all(key in values for key in keys)
