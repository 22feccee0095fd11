"""Law as data: instruments, and rules with their force, confidence and dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Force(StrEnum):
    """How a rule binds."""

    BINDING = "binding"
    BY_REFERENCE = "by_reference"
    LOCAL = "local"
    INTERNAL = "internal"


class Confidence(StrEnum):
    """How sure the pack is of what it says."""

    VERIFIED = "verified"
    MEMORY_HIGH = "memory_high"
    MEMORY_MEDIUM = "memory_medium"
    MEMORY_LOW = "memory_low"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation, rule or notice."""

    key: str
    zh: str
    en: str
    number: str = ""
    issuer: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    source: str = ""
    confidence: Confidence = Confidence.UNKNOWN


@dataclass(frozen=True, slots=True)
class Override:
    """Another force where a field of the record has this value."""

    field: str
    value: str
    force: Force


@dataclass(frozen=True, slots=True)
class Rule:
    """One demand of an instrument; `values` holds its numbers, `article` as it is cited."""

    key: str
    zh: str
    en: str
    instrument: Instrument
    article: str
    force: Force
    confidence: Confidence
    in_force_from: date | None = None
    in_force_to: date | None = None
    values: Mapping[str, int | str] = field(default_factory=dict)
    source: str = ""
    when: tuple[Override, ...] = ()

    def force_for(self, record: Mapping[str, object] = _NOTHING) -> Force:
        """The force for a record with these fields."""
        for override in self.when:
            if str(record.get(override.field, "")) == override.value:
                return override.force
        return self.force

    def blocks(self, record: Mapping[str, object] = _NOTHING) -> bool:
        """Whether a step that does not keep it is refused: binding and verified, nothing else."""
        return self.force_for(record) == Force.BINDING and self.confidence == Confidence.VERIFIED

    def citation(self, lang: str = "zh", record: Mapping[str, object] = _NOTHING) -> str:
        """`《…》第二十六条`; by reference `参照…`; an unverified one says so, without article."""
        zh = lang == "zh"
        name = self.instrument.zh if zh else self.instrument.en
        title = f"《{name}》" if zh else name
        if self.confidence != Confidence.VERIFIED:
            return f"{title}（条款未核实）" if zh else f"{title} (article not verified)"
        cited = (
            title + (self.article if zh else f", {self._article_en()}") if self.article else title
        )
        if self.force_for(record) == Force.BY_REFERENCE:
            return f"参照{cited}" if zh else f"{cited} (by reference)"
        return cited

    def in_force(self, on: date) -> bool:
        """Whether rule and instrument are in force on the day."""
        spans = (
            (self.in_force_from, self.in_force_to),
            (self.instrument.in_force_from, self.instrument.in_force_to),
        )
        return all((a is None or a <= on) and (b is None or on <= b) for a, b in spans)

    def value(self, name: str) -> int:
        """A number of the rule, such as `working_days`."""
        return int(self.values[name])

    def _article_en(self) -> str:
        from zhunsheng.statute.article import in_english

        return in_english(self.article)
