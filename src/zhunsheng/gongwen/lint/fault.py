"""A fault of format: which rule, where, and what stands there, in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from zhunsheng.gongwen.model import Block, Form


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the standard; `confidence` is `verified` or `memory`.

    `clauses` are those of clause 10 that say the same of a letter, an order, minutes.
    """

    code: str
    clause: str
    confidence: str
    zh: str
    en: str
    clauses: Mapping[str, str] = field(default_factory=dict)

    def of(self, form: Form) -> Rule:
        """The rule as the clause of this form has it: those of clause 10 are from memory."""
        own = self.clauses.get(form.value)
        return self if own is None else replace(self, clause=own, confidence="memory")


@dataclass(frozen=True, slots=True)
class Fault:
    """A breach of `rule`; `start`..`end` are offsets into `Reading.text`, 0, 0 for the page."""

    rule: Rule
    zh: str
    en: str
    start: int = 0
    end: int = 0
    quote: str = ""

    @property
    def code(self) -> str:
        return self.rule.code


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    """Every rule by its code."""
    text = Path(__file__).with_name("rules.toml").read_text(encoding="utf-8")
    return {code: Rule(code, **fields) for code, fields in tomllib.loads(text).items()}


def fault(code: str, block: Block | None = None, /, **values: object) -> Fault:
    """The fault, its sentences filled with `values`; it stands at `block`, or on the page."""
    rule = rules()[code]
    zh, en = rule.zh.format(**values), rule.en.format(**values)
    if block is None:
        return Fault(rule, zh, en)
    return Fault(rule, zh, en, block.start, block.end, block.text[:40])
