"""The law in force here: packs of rules laid one over the other, and looked up by key and day."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from importlib import resources

from zhunsheng.statute.errors import PackError, UnknownRuleError
from zhunsheng.statute.law import Instrument, Rule
from zhunsheng.statute.pack_text import Pack, load_pack

__all__ = [
    "Law",
    "Pack",
    "PackError",
    "UnknownRuleError",
    "load_pack",
    "merged",
    "shipped_law",
    "shipped_packs",
]

_SHIPPED = ("national.toml", "dongyuan.toml")


@dataclass(frozen=True, slots=True)
class Law:
    """Every instrument and rule of the merged packs, a rule's texts in order of their dates."""

    instruments: Mapping[str, Instrument]
    all_rules: tuple[Rule, ...]
    _by_key: dict[str, list[Rule]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_key: dict[str, list[Rule]] = {}
        for rule in self.all_rules:
            by_key.setdefault(rule.key, []).append(rule)
        object.__setattr__(self, "_by_key", by_key)

    def rule(self, key: str, on: date | None = None) -> Rule:
        """The rule's text in force on the day; without a day, its latest text.

        Errors: UnknownRuleError where no pack holds it, or no text of it is in force.
        """
        found = self._texts(key)
        if on is None:
            return found[-1]
        in_force = self.in_force(key, on)
        if in_force is None:
            raise UnknownRuleError(
                f"规则“{key}”在{on}尚未施行或已经失效；该日的行为不适用这条规则，"
                "如当时另有规定，请在规则包中补充并注明起止日期。",
                f"the rule {key!r} was not in force on {on}, so it does not judge that day; if"
                " another text was, add it to a pack with its dates.",
            )
        return in_force

    def in_force(self, key: str, on: date) -> Rule | None:
        """The rule's text in force on the day; None where there was none. Errors: as `rule`."""
        found = [text for text in self._texts(key) if text.in_force(on)]
        return found[-1] if found else None

    def rules(self) -> tuple[Rule, ...]:
        """Every rule, by key and date."""
        return self.all_rules

    def of(self, instrument: str) -> tuple[Rule, ...]:
        """The rules of one instrument."""
        return tuple(r for r in self.all_rules if r.instrument.key == instrument)

    def with_rules(self, text: str) -> "Law":
        """The law with another pack's text over it; a rule of the same key and date replaces.

        Errors: PackError.
        """
        return merged((load_pack(text, self.instruments),), self)

    def with_values(self, numbers: Mapping[str, int]) -> "Law":
        """The law with other numbers, by `rule/value`, in every text of the rule that has it."""
        return Law(self.instruments, tuple(_with_numbers(r, numbers) for r in self.all_rules))

    def _texts(self, key: str) -> list[Rule]:
        if key in self._by_key:
            return self._by_key[key]
        near = get_close_matches(key, self._by_key, n=1)
        zh, en = (f"（相近的有“{near[0]}”）", f" ({near[0]!r} is near)") if near else ("", "")
        raise UnknownRuleError(
            f"规则包中没有“{key}”{zh}；请在制度的rules.toml或地方规则包中补充。",
            f"no pack holds the rule {key!r}{en}; add it to the regime's rules.toml or to a local"
            " pack.",
        )


def _with_numbers(rule: Rule, numbers: Mapping[str, int]) -> Rule:
    own = {n: numbers[f"{rule.key}/{n}"] for n in rule.values if f"{rule.key}/{n}" in numbers}
    return replace(rule, values={**rule.values, **own}) if own else rule


def merged(packs: Iterable[Pack], base: Law | None = None) -> Law:
    """The packs one over the other, over a base where one is given."""
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
    return merged(shipped_packs())


@functools.cache
def shipped_packs() -> tuple[Pack, ...]:
    """The packs that ship, a later one over the earlier."""
    folder = resources.files("zhunsheng.statute") / "packs"
    found: list[Pack] = []
    for name in _SHIPPED:
        known = merged(found).instruments
        found.append(load_pack((folder / name).read_text(encoding="utf-8"), known))
    return tuple(found)
