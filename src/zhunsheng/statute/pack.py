"""Packs: dated files of instruments and rules, merged into the law in force here."""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

from zhunsheng.statute.errors import PackError, UnknownRuleError
from zhunsheng.statute.law import Confidence, Force, Instrument, Override, Rule

__all__ = ["Law", "Pack", "PackError", "UnknownRuleError", "load_pack", "merged", "shipped_law"]

_SHIPPED = ("national.toml", "dongyuan.toml")


@dataclass(frozen=True, slots=True)
class Pack:
    """One file: who owns it, its date, and what it holds."""

    key: str
    zh: str
    en: str
    owner: str
    dated: date | None
    instruments: tuple[Instrument, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """Every instrument and rule of the merged packs."""

    instruments: Mapping[str, Instrument]
    all_rules: tuple[Rule, ...]

    def rule(self, key: str, on: date | None = None) -> Rule:
        """The rule, as in force on the day where one is given; the latest otherwise.

        Errors: UnknownRuleError.
        """
        found = [r for r in self.all_rules if r.key == key]
        in_force = [r for r in found if on is None or r.in_force(on)]
        if in_force:
            return in_force[-1]
        if found:
            # A rule older than its pack still has to be named: the earliest text answers.
            return min(found, key=lambda r: r.in_force_from or date.min)
        raise UnknownRuleError(
            f"规则包中没有“{key}”；请在制度的rules.toml或地方规则包中补充。",
            f"no pack holds the rule {key!r}; add it to the regime's rules.toml or a local pack.",
        )

    def rules(self) -> tuple[Rule, ...]:
        """Every rule, in the order of the packs."""
        return self.all_rules

    def of(self, instrument: str) -> tuple[Rule, ...]:
        """The rules of one instrument."""
        return tuple(r for r in self.all_rules if r.instrument.key == instrument)

    def with_rules(self, text: str) -> "Law":
        """The law with another pack's text over it; a rule of the same key and date replaces."""
        return merged((load_pack(text, self.instruments),), self)


def merged(packs: Iterable[Pack], base: Law | None = None) -> Law:
    """The packs one over the other."""
    instruments = dict(base.instruments) if base else {}
    rules = {(r.key, r.in_force_from): r for r in (base.all_rules if base else ())}
    for pack in packs:
        instruments |= {i.key: i for i in pack.instruments}
        rules |= {(r.key, r.in_force_from): r for r in pack.rules}
    ordered = sorted(rules.values(), key=lambda r: (r.key, r.in_force_from or date.min))
    return Law(instruments, tuple(ordered))


@functools.cache
def shipped_law() -> Law:
    """The national pack and the model province's, as they ship."""
    folder = resources.files("zhunsheng.statute") / "packs"
    law = Law({}, ())
    for name in _SHIPPED:
        law = law.with_rules((folder / name).read_text(encoding="utf-8"))
    return law


def load_pack(text: str, known: Mapping[str, Instrument] | None = None) -> Pack:
    """The pack; a rule may name an instrument of `known`.

    Errors: PackError naming the entry at fault, what is wrong and the values allowed.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(
            f"规则包不是有效的TOML：{error}；请检查引号和方括号。",
            f"the pack is not valid TOML: {error}; check quotes and brackets.",
        ) from error
    head = data.get("pack", {})
    instruments = dict(known or {})
    own = tuple(_instrument(entry) for entry in data.get("instrument", ()))
    instruments |= {i.key: i for i in own}
    return Pack(
        key=str(head.get("key", "")),
        zh=str(head.get("zh", "")),
        en=str(head.get("en", "")),
        owner=str(head.get("owner", "")),
        dated=_date(head, "dated"),
        instruments=own,
        rules=tuple(_rule(entry, instruments) for entry in data.get("rule", ())),
    )


def _instrument(entry: Mapping[str, Any]) -> Instrument:
    return Instrument(
        key=_text(entry, "key"),
        zh=_text(entry, "zh"),
        en=_text(entry, "en"),
        number=str(entry.get("number", "")),
        issuer=str(entry.get("issuer", "")),
        in_force_from=_date(entry, "from"),
        in_force_to=_date(entry, "to"),
        source=str(entry.get("source", "")),
        confidence=_confidence(entry),
    )


def _rule(entry: Mapping[str, Any], instruments: Mapping[str, Instrument]) -> Rule:
    key = _text(entry, "key")
    named = _text(entry, "instrument")
    if named not in instruments:
        raise PackError(
            f"规则“{key}”引用的文件“{named}”没有列出；请先以[[instrument]]列出。",
            f"the rule {key!r} names the instrument {named!r}, which is not listed.",
        )
    confidence = _confidence(entry)
    if confidence == Confidence.VERIFIED and not entry.get("source"):
        raise PackError(
            f"规则“{key}”标为已核实，但没有写明来源。",
            f"the rule {key!r} is marked verified but names no source.",
        )
    return Rule(
        key=key,
        zh=_text(entry, "zh"),
        en=_text(entry, "en"),
        instrument=instruments[named],
        article=str(entry.get("article", "")),
        force=_force(entry.get("force", "binding"), key),
        confidence=confidence,
        in_force_from=_date(entry, "from"),
        in_force_to=_date(entry, "to"),
        values=dict(entry.get("values", {})),
        source=str(entry.get("source", "")),
        when=tuple(
            Override(str(w["field"]), str(w["value"]), _force(w["force"], key))
            for w in entry.get("when", ())
        ),
    )


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value:
        shown = entry.get("key", "?")
        raise PackError(
            f"规则包中“{shown}”缺少“{name}”。", f"the entry {shown!r} of the pack has no {name!r}."
        )
    return value


def _confidence(entry: Mapping[str, Any]) -> Confidence:
    value = str(entry.get("confidence", "unknown"))
    try:
        return Confidence(value)
    except ValueError:
        allowed = "、".join(Confidence)
        raise PackError(
            f"“{entry.get('key')}”的可信度“{value}”无效；可用：{allowed}。",
            f"{entry.get('key')!r} has the unknown confidence {value!r}; one of {allowed}.",
        ) from None


def _force(value: object, key: str) -> Force:
    try:
        return Force(str(value))
    except ValueError:
        allowed = "、".join(Force)
        raise PackError(
            f"规则“{key}”的效力“{value}”无效；可用：{allowed}。",
            f"the rule {key!r} has the unknown force {value!r}; one of {allowed}.",
        ) from None


def _date(entry: Mapping[str, Any], name: str) -> date | None:
    value = entry.get(name)
    if value is None or isinstance(value, date):
        return value
    raise PackError(
        f"“{entry.get('key')}”的{name}不是日期，应写成2024-01-31（不加引号）。",
        f"{name!r} of {entry.get('key')!r} is no date; write 2024-01-31 without quotes.",
    )
