"""Which of the year's figures a report holds: all of them, or those it shows and their parts."""

from collections.abc import Iterable, Mapping

from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.kernel.figure.fact import Fact
from zhunsheng.kernel.figure.identity import Checked
from zhunsheng.kernel.figure.rows import parts_of
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.kind import ReportKind

_DECLARED = "declared:"


def shown_keys(document: OfficialDocument) -> tuple[str, ...]:
    """The figures the text and its tables show, each once."""
    return tuple(dict.fromkeys(r.ref for block in document.body for r in block.runs if r.ref))


def told_facts(
    kind: ReportKind, document: OfficialDocument, facts: Mapping[str, Fact]
) -> dict[str, Fact]:
    """The facts the report is issued with, in the order of the regimes."""
    if kind.whole:
        return dict(facts)
    wanted = _with_parts(shown_keys(document))
    return {key: fact for key, fact in facts.items() if key in wanted}


def told_identities(checked: Iterable[Checked], facts: Mapping[str, Fact]) -> tuple[Checked, ...]:
    """Those between figures the report holds: another's fault is not its own."""
    sides = {
        i.key: (*i.left, *i.left_minus, *i.right, *i.right_minus) for i in registry().identities()
    }
    return tuple(
        one
        for one in checked
        if all(k in facts for k in sides.get(one.key, (one.key.removeprefix(_DECLARED),)))
    )


def _with_parts(keys: Iterable[str]) -> frozenset[str]:
    """The figures and whatever they are made of, all the way down."""
    figures, found, ahead = registry().figures(), set[str](), list(keys)
    while ahead:
        key = ahead.pop()
        if key in figures and key not in found:
            found.add(key)
            ahead += [*parts_of(figures[key]), *(p.key for p in figures[key].part_figures())]
    return frozenset(found)
