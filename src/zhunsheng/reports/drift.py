"""Drift: what the ledgers say now of the figures an edition was issued with."""

import json
from dataclasses import dataclass

from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.kept import kept_facts
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.agreement import Moved, moved_rows
from zhunsheng.reports.models import Edition


@dataclass(frozen=True, slots=True)
class Drift:
    """A figure issued as one value that the records now give as another, and the rows between."""

    key: str
    zh: str
    en: str
    issued: str | None
    now: str | None
    moved: Moved


def drift(edition: Edition) -> tuple[Drift, ...]:
    """Every figure of the edition that has moved; the edition itself never does."""
    issued = {f["key"]: f["value"] for f in json.loads(edition.facts)["facts"]}
    figures = registry().figures()
    current = kept_facts(Scope(edition.agency_id, edition.year))
    moved = []
    for key, value in issued.items():
        fact = current.get(key)
        now = str(fact.plain()["value"]) if fact and fact.value is not None else None
        if now != value:
            figure = figures.get(key)
            zh, en = (figure.zh, figure.en) if figure else (key, key)
            moved.append(Drift(key, zh, en, value, now, moved_rows(edition, key)))
    return tuple(moved)
