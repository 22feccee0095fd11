"""Plain matters and contexts for guards, which look at nothing else."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.declare import Context, law
from zhunsheng.kernel.testing import shipped_calendar
from zhunsheng.regimes.decisions.models import Matter


def plain(**values: Any) -> SimpleNamespace:
    """A major decision of the bureau's own, nothing done yet, with these values."""
    empty = {
        f.name: None if f.null else f.get_default()
        for f in Matter._meta.concrete_fields
        if not f.is_relation
    }
    given = {"major": True, "key_matter": False, "for_whom": "own", "meeting": None}
    return SimpleNamespace(**(empty | given | values))


def context(on: date, *linked: str, offered: bool = True) -> Context:
    """What a guard may look at on that day, these roles being linked."""
    return Context(
        on=on,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda role: role in linked,
        offered=lambda _: offered,
    )
