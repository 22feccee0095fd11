"""Reports of one year agree: a figure this one tells and another was issued with has one value."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from zhunsheng.audit import Waiver
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.figure.rows import parts_of, rows_of
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.models import Edition, Report

#: The code under which a difference is waived.
DISAGREES = "AGR001"
_MOST = 5  # titles named of each sort


@dataclass(frozen=True, slots=True)
class Moved:
    """Titles of the rows that explain a difference, by what became of them since that issue."""

    came: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]

    def zh(self) -> str:
        """The rows in a sentence; empty where the rows are the same."""
        sorts = (("新增", self.came), ("减少", self.gone), ("有改动", self.changed))
        said = [
            f"{word}{_listed(titles, '“{}”', '、', '等{}项')}" for word, titles in sorts if titles
        ]
        return f"变动的记录：{'；'.join(said)}" if said else "记录没有变动"

    def en(self) -> str:
        """The same in English."""
        sorts = (("new", self.came), ("gone", self.gone), ("changed", self.changed))
        said = [
            f"{word} {_listed(titles, '{!r}', ', ', ' ({})')}" for word, titles in sorts if titles
        ]
        return f"rows: {'; '.join(said)}" if said else "no row changed"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A figure that `edition` was issued with as one value and this report tells as another."""

    key: str
    edition: Edition
    issued: str
    now: str
    moved: Moved

    def words(self) -> str:
        """What a waiver accepts: these two values and no others."""
        zh, _ = name_of(self.key)
        return f"{zh}：{self.edition.number}为{self.issued}，本报告为{self.now}"

    def zh(self) -> str:
        """Both values and the rows between them."""
        zh, _ = name_of(self.key)
        return (
            f"“{zh}”与已印发的《{self.edition.title}》（{self.edition.number}）不一致："
            f"该报告为{self.issued}，本报告为{self.now}；{self.moved.zh()}"
        )

    def en(self) -> str:
        """The same in English."""
        _, en = name_of(self.key)
        return (
            f"'{en}' differs from {self.edition.number}, issued with {self.issued};"
            f" this report tells {self.now}; {self.moved.en()}"
        )


def disagreements(
    report: Report, told: Mapping[str, Fact], waivers: Iterable[Waiver], today: date
) -> tuple[Disagreement, ...]:
    """Every figure that another report of the year was issued with as another value.

    One whose erratum states the value told here agrees; a waiver accepts two values, no others.
    """
    allowed = {
        w.text for w in waivers if w.code == DISAGREES and (w.until is None or today <= w.until)
    }
    found = (d for edition in _others(report) for d in _between(edition, told))
    return tuple(d for d in found if d.words() not in allowed)


def _others(report: Report) -> Iterable[Edition]:
    editions = Edition.objects.filter(agency_id=report.agency_id, year=report.year)
    return editions.exclude(report_id=report.pk).order_by("pk")


def _between(edition: Edition, told: Mapping[str, Fact]) -> Iterable[Disagreement]:
    for fact in json.loads(edition.facts)["facts"]:
        key = fact["key"]
        if key not in told:
            continue
        now = told[key].plain()
        if fact["value"] == now["value"] or _corrected(edition, key, now["value"]):
            continue
        yield Disagreement(key, edition, _said(fact), _said(now), moved_rows(edition, key))


def _corrected(edition: Edition, key: str, value: object) -> bool:
    number = re.compile(rf"(?<![\d.]){re.escape(str(value))}(?![\d.])")
    return any(number.search(e.right) for e in edition.errata.filter(figure=key))


def _said(fact: Mapping[str, object]) -> str:
    return f"{fact['value']}{fact['unit']}" if fact["value"] is not None else "无数据"  # no value


def moved_rows(edition: Edition, key: str) -> Moved:
    """What lies between the rows frozen with the edition and those of now, of all its parts."""
    cited, scope = json.loads(edition.citations), Scope(edition.agency_id, edition.year)
    came: dict[str, None] = {}
    gone: dict[str, None] = {}
    changed: dict[str, None] = {}
    for base in _bases(key):
        before = dict(cited.get(base, ()))
        figure = registry().figures()[base]
        rows = rows_of(figure, scope)
        stand = {
            pk: (version, title)
            for pk, version, title in rows.values_list("pk", "version", "title")
        }
        came |= dict.fromkeys(title for pk, (_, title) in stand.items() if pk not in before)
        changed |= dict.fromkeys(
            title for pk, (version, title) in stand.items() if before.get(pk, version) != version
        )
        left = rows.model._default_manager.filter(pk__in=before.keys() - stand.keys())
        gone |= dict.fromkeys(left.order_by("pk").values_list("title", flat=True))
    return Moved(tuple(came), tuple(gone), tuple(changed))


def _bases(key: str) -> tuple[str, ...]:
    """The figures that count rows themselves, of which this one is made."""
    figure = registry().figures().get(key)
    if figure is None:
        return ()
    parts = parts_of(figure)
    if not parts:
        return (key,) if figure.of is not None else ()
    return tuple(dict.fromkeys(base for part in parts for base in _bases(part)))


def _listed(titles: tuple[str, ...], quoted: str, between: str, more: str) -> str:
    said = between.join(quoted.format(title) for title in titles[:_MOST])
    return said + (more.format(len(titles)) if len(titles) > _MOST else "")
