"""Limits and deadlines as the reference page shows them: number, ground, confidence, who set it."""

from dataclasses import dataclass

from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.limits import Limits, kept, may_set
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.registry import law_with, registry
from zhunsheng.statute.law import Rule
from zhunsheng.statute.measure import measured, measures


@dataclass(frozen=True, slots=True)
class Limit:
    """One number of a rule. `own` is the agency's in place of `default`, empty where it has none;
    `key` names it where the agency may change it, else it is empty."""

    name: str
    default: str
    own: str
    citation: str
    force: str
    confidence: str
    sure: bool
    source: str
    since: str
    key: str


def limits(agency: Agency) -> list[tuple[str, list[Limit]]]:
    """Every number of every rule in its latest text, under the name of its regime."""
    found: dict[str, list[Limit]] = {}
    own = _latest(kept(agency.limits))
    for rule in _latest().values():
        for name in measures(rule.values):
            found.setdefault(group_of(rule), []).append(_limit(rule, name, own[rule.key]))
    return list(found.items())


def limit_choices() -> list[tuple[str, str]]:
    """(key, name with its default) of what an agency may change."""
    return [
        (f"{rule.key}/{name}", f"{in_language(rule.zh, rule.en)} · {_told(name, rule)}")
        for rule in _latest().values()
        for name in measures(rule.values)
        if may_set(rule, name)
    ]


def _latest(own: Limits = ()) -> dict[str, Rule]:
    return {rule.key: rule for rule in law_with(own).rules()}


def _limit(rule: Rule, name: str, own: Rule) -> Limit:
    default, ours = _told(name, rule), _told(name, own)
    return Limit(
        name=in_language(rule.zh, rule.en),
        default=default,
        own=ours if ours != default else "",
        citation=in_language(rule.citation("zh"), rule.citation("en")),
        force=in_language(rule.force.zh, rule.force.en),
        confidence=in_language(rule.confidence.zh, rule.confidence.en),
        sure=rule.confidence.value == "verified",
        source=rule.source,
        since=rule.in_force_from.isoformat() if rule.in_force_from else "",
        key=f"{rule.key}/{name}" if may_set(rule, name) else "",
    )


def _told(name: str, rule: Rule) -> str:
    return in_language(*measured(name, rule.values))


def group_of(rule: Rule) -> str:
    """The name of the regime the rule belongs to."""
    regime = registry().regimes.get(rule.key.partition(".")[0])
    if regime is None:
        return in_language("年度报告及其他", "annual report and other")
    return in_language(regime.zh, regime.en)
