"""A pack's text read as law: what is missing, unknown or contradictory is refused by name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhunsheng.statute.errors import PackError
from zhunsheng.statute.law import Confidence, Instrument, Override, Rule
from zhunsheng.statute.pack_entry import Entry

_TABLES = {"pack", "instrument", "rule"}
_HEAD = ("key", "zh", "en", "owner", "dated", "sources")


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


def load_pack(text: str, known: Mapping[str, Instrument] | None = None) -> Pack:
    """The pack; a rule may name an instrument of `known`, and a source of the pack's head by key.

    Errors: PackError naming the entry at fault, what is wrong and the values allowed.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(
            f"规则包不是有效的TOML：{error}；请检查引号和方括号。",
            f"the pack is not valid TOML: {error}; check quotes and brackets.",
        ) from error
    head = Entry("pack", data.get("pack", {}), _HEAD)
    _refuse_unknown_tables(data)
    sources = head.texts("sources")
    own = [_instrument(entry, sources) for entry in _tables(data, "instrument")]
    instruments = {**(known or {}), **{i.key: i for i in own}}
    rules = [_rule(entry, instruments, sources) for entry in _tables(data, "rule")]
    _refuse_repeated([i.key for i in own])
    _refuse_repeated([f"{r.key} {r.in_force_from or ''}".strip() for r in rules])
    return Pack(
        key=head.text("key", optional=True),
        zh=head.text("zh", optional=True),
        en=head.text("en", optional=True),
        owner=head.text("owner", optional=True),
        dated=head.date("dated"),
        instruments=tuple(own),
        rules=tuple(rules),
    )


def _instrument(data: Mapping[str, Any], sources: Mapping[str, str]) -> Instrument:
    names = ("key", "zh", "en", "number", "issuer", "short_zh", "short_en")
    entry = Entry("instrument", data, (*names, "from", "to", "source", "confidence"))
    return Instrument(
        key=entry.text("key"),
        zh=entry.text("zh"),
        en=entry.text("en"),
        number=entry.text("number", optional=True),
        issuer=entry.text("issuer", optional=True),
        in_force_from=entry.date("from"),
        in_force_to=entry.date("to"),
        source=_source(entry, sources),
        confidence=entry.confidence(),
        short_zh=entry.text("short_zh", optional=True),
        short_en=entry.text("short_en", optional=True),
    )


def _rule(
    data: Mapping[str, Any], instruments: Mapping[str, Instrument], sources: Mapping[str, str]
) -> Rule:
    names = ("key", "zh", "en", "instrument", "article", "force", "confidence", "from", "to")
    entry = Entry("rule", data, (*names, "values", "source", "when", "usual"))
    key, named = entry.text("key"), entry.text("instrument")
    if named not in instruments:
        raise entry.refusal(
            f"引用的文件“{named}”没有列出；请先以[[instrument]]列出",
            f"names the instrument {named!r}, which is not listed; list it under [[instrument]]",
        )
    confidence, source = entry.confidence(), _source(entry, sources)
    if confidence == Confidence.VERIFIED and not source:
        raise entry.refusal(
            "标为已核实，但没有写明来源；请填写source", "is marked verified but names no source"
        )
    return Rule(
        key=key,
        zh=entry.text("zh"),
        en=entry.text("en"),
        instrument=instruments[named],
        article=entry.text("article", optional=True),
        force=entry.force("binding"),
        confidence=confidence,
        in_force_from=entry.date("from"),
        in_force_to=entry.date("to"),
        values=entry.values(),
        source=source,
        when=tuple(_override(key, when) for when in entry.tables("when")),
        usual=entry.flag("usual"),
    )


def _source(entry: Entry, sources: Mapping[str, str]) -> str:
    """The source written out: `laws` or `laws (remark)` where the head names `laws`."""
    named, bracket, remark = entry.text("source", optional=True).partition(" (")
    return sources.get(named, named) + bracket + remark


def _override(key: str, data: Mapping[str, Any]) -> Override:
    entry = Entry("when", {"key": key, **data}, ("key", "field", "value", "force"))
    return Override(entry.text("field"), entry.text("value"), entry.force())


def _tables(data: Mapping[str, Any], name: str) -> tuple[Mapping[str, Any], ...]:
    return Entry(name, data, tuple(data)).tables(name)


def _refuse_unknown_tables(data: Mapping[str, Any]) -> None:
    unknown = sorted(set(data) - _TABLES)
    if unknown:
        raise PackError(
            f"规则包中有不认识的部分：{'、'.join(unknown)}；可用：pack、instrument、rule。",
            f"the pack holds the unknown part {', '.join(unknown)}; it has pack, instrument, rule.",
        )


def _refuse_repeated(keys: list[str]) -> None:
    repeated = sorted({key for key in keys if keys.count(key) > 1})
    if repeated:
        raise PackError(
            f"规则包中重复：{'、'.join(repeated)}；同一条规则的不同文本应当有不同的起始日期。",
            f"the pack repeats {', '.join(repeated)}; texts of one rule begin on different days.",
        )
