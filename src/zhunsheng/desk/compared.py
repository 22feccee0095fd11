"""A year's figures beside those of the year before, each with its change."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.kernel.figure.declare_fact import declared
from zhunsheng.kernel.figure.definition import Figure, Rate
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.kept import kept_facts
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.regime import Regime


@dataclass(frozen=True, slots=True)
class Before:
    """Last year's value and whether it was declared rather than counted."""

    value: Decimal
    declared: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One figure as the page shows it; `whole` is what a part is a share of."""

    figure: Figure
    name: str
    fact: Fact
    part: bool
    before: Before | None
    change: str
    whole: Decimal | None


def last_year(scope: Scope) -> dict[str, Before]:
    """Figure → its value the year before: as declared, else as counted where it was closed."""
    year = scope.year - 1
    counted = kept_facts(Scope(scope.agency_id, year, scope.affiliated))
    known = {
        key: Before(fact.value, declared=False)
        for key, fact in counted.items()
        if fact.is_value and fact.value is not None
    }
    told = declared(scope.agency_id, year)
    return known | {key: Before(row.value, declared=True) for key, row in told.items()}


def lines_of(regime: Regime, found: Mapping[str, Fact], before: Mapping[str, Before]) -> list[Line]:
    """The regime's figures, each whole followed by its parts."""
    wholes = {part.key: whole.key for whole in regime.figures for part in whole.part_figures()}
    lines = []
    for figure in regime.all_figures():
        fact, earlier = found[figure.key], before.get(figure.key)
        whole = found[wholes[figure.key]].value if figure.key in wholes else None
        lines.append(
            Line(
                figure,
                in_language(figure.zh, figure.en),
                fact,
                figure.key in wholes,
                earlier,
                _change(figure, fact, earlier),
                whole if whole and fact.value is not None else None,
            )
        )
    return lines


def _change(figure: Figure, fact: Fact, before: Before | None) -> str:
    if before is None or fact.value is None:
        return ""
    difference = fact.value - before.value
    if not difference:
        return in_language("持平", "the same")
    sign = "+" if difference > 0 else "−"
    size = f"{sign}{abs(difference).normalize():f}"
    if isinstance(figure.measure, Rate):
        return size + in_language("个百分点", " points")
    return size
