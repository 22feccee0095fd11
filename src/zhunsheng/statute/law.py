"""Law as data: instruments, and rules with their force, confidence and dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

from zhunsheng.statute.article import in_english
from zhunsheng.statute.confidence import Confidence, Force

__all__ = ["Confidence", "Force", "Instrument", "Override", "Rule"]

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation, rule or notice; `short_*` is how it is called when applied by reference.

    `in_force_from` and `in_force_to` are inclusive; None is open.
    """

    key: str
    zh: str
    en: str
    number: str = ""
    issuer: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    source: str = ""
    confidence: Confidence = Confidence.UNKNOWN
    short_zh: str = ""
    short_en: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """Another force where a field of the record has this value."""

    field: str
    value: str
    force: Force


@dataclass(frozen=True, slots=True)
class Rule:
    """One demand of an instrument; `values` holds its numbers, `article` as it is cited.

    `usual`: the text says 一般 ("as a rule"), so that a stated reason may depart from it.
    """

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
    usual: bool = False

    def force_for(self, record: Mapping[str, object] = _NOTHING) -> Force:
        """The force for a record with these fields."""
        for override in self.when:
            if _as_text(record.get(override.field)) == override.value:
                return override.force
        return self.force

    def blocks(self, record: Mapping[str, object] = _NOTHING) -> bool:
        """Whether a step that breaks it is refused: it binds, was verified, and says no 一般."""
        binds = self.force_for(record) == Force.BINDING
        return binds and self.confidence == Confidence.VERIFIED and not self.usual

    def citation(self, lang: str = "zh", record: Mapping[str, object] = _NOTHING) -> str:
        """`《…》第二十六条`, `参照713号令第二十五条`; an unverified one says that it is."""
        if lang == "zh":
            return self._cited_zh(self.force_for(record) == Force.BY_REFERENCE)
        return self._cited_en(self.force_for(record) == Force.BY_REFERENCE)

    def in_force(self, on: date) -> bool:
        """Whether rule and instrument are in force on the day."""
        spans = (
            (self.in_force_from, self.in_force_to),
            (self.instrument.in_force_from, self.instrument.in_force_to),
        )
        return all((a is None or a <= on) and (b is None or on <= b) for a, b in spans)

    def value(self, name: str) -> int:
        """A number of the rule, such as `working_days`. Errors: KeyError when it has none."""
        return int(self.values[name])

    def _cited_zh(self, by_reference: bool) -> str:
        name = self.instrument.short_zh if by_reference else ""
        text = (name or f"《{self.instrument.zh}》") + self.article
        if self.confidence != Confidence.VERIFIED:
            text += "（条号未核实）"  # article not verified
        return f"参照{text}" if by_reference else text

    def _cited_en(self, by_reference: bool) -> str:
        name = self.instrument.short_en if by_reference else ""
        text = name or self.instrument.en
        if self.article:
            text += f", {in_english(self.article)}"
        if self.confidence != Confidence.VERIFIED:
            text += " (article not verified)"
        return f"{text} (by reference)" if by_reference else text


def _as_text(value: object) -> str:
    if isinstance(value, Enum):
        value = value.value
    return "" if value is None else str(value)
