"""A rule as its page shows it: what it asks, its law and confidence, and what rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.audit.checks import all_checks
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import law, registry
from zhunsheng.statute.law import Rule


@dataclass(frozen=True, slots=True)
class Resting:
    """Something declared on the rule's ground: its kind, its name, and the page about it."""

    kind: str
    name: str
    page: str
    at: str


def resting_on(rule: str) -> list[Resting]:
    """Steps, duties and figures of the installed regimes, and checks of the audit."""
    return [*_steps(rule), *_duties(rule), *_figures(rule), *_checks(rule)]


def by_instrument() -> list[tuple[str, list[Rule]]]:
    """Every rule in its latest text, under the instrument it belongs to."""
    latest = {rule.key: rule for rule in law().rules()}
    groups: dict[str, list[Rule]] = {}
    for rule in latest.values():
        groups.setdefault(in_language(rule.instrument.zh, rule.instrument.en), []).append(rule)
    return sorted(groups.items())


def _steps(rule: str) -> Iterator[Resting]:
    for procedure in registry().procedures():
        for step in procedure.transitions:
            if rule in {guard.rule for guard in step.guards}:
                kind = in_language("步骤", "step")
                name = in_language(step.zh, step.en)
                yield Resting(kind, name, "help-register", procedure.of._meta.label_lower)


def _duties(rule: str) -> Iterator[Resting]:
    for duty in registry().duties():
        if duty.rule == rule:
            kind, name = in_language("期限", "deadline"), in_language(duty.zh, duty.en)
            page = "help-register" if issubclass(duty.of, Record) else ""
            yield Resting(kind, name, page, duty.of._meta.label_lower)


def _figures(rule: str) -> Iterator[Resting]:
    for figure in registry().figures().values():
        if figure.rule == rule:
            kind, name = in_language("指标", "figure"), in_language(figure.zh, figure.en)
            yield Resting(kind, name, "figure", figure.key)


def _checks(rule: str) -> Iterator[Resting]:
    for check in all_checks():
        if check.law == rule:
            kind, name = in_language("审核规则", "check"), in_language(check.zh, check.en)
            yield Resting(kind, f"{check.code} {name}", "help-check", check.code)
