"""The figures of a report that nothing checks: no identity, no declared fact, no sentence."""

from zhunsheng.kernel.figure.identity import Checked
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.render import FIGURE
from zhunsheng.reports.review import Review


def unchecked(now: Review) -> tuple[str, ...]:
    """Keys in the order they first stand in the text.

    Checked is a figure in an identity that could be computed, one compared with a declared fact,
    and one whose number in the text agreed or disagreed with another number there.
    """
    compared = _in_identities(now.identities)
    touched = [(m.start, m.end) for m in now.audit.coverage.checked]
    found: dict[str, bool] = {}
    at = len(now.document.title) + 1
    for block in now.document.body:
        for run in block.runs:
            if run.kind == FIGURE:
                end = at if block.rows else at + len(run.text)
                seen = run.ref in compared or any(a < end and at < b for a, b in touched)
                found[run.ref] = found.get(run.ref, False) or seen
            at += 0 if block.rows else len(run.text)  # a table is not in the text that was read
        at += 0 if block.rows else 1
    return tuple(key for key, checked in found.items() if not checked)


def _in_identities(checked: tuple[Checked, ...]) -> frozenset[str]:
    identities = registry().identities()
    sides = {i.key: i.left + i.left_minus + i.right + i.right_minus for i in identities}
    keys: set[str] = set()
    for one in checked:
        if one.holds is not None:
            keys |= set(sides.get(one.key, (one.key.removeprefix("declared:"),)))
    return frozenset(keys)
