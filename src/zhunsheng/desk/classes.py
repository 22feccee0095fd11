"""The classes rows are put under: each register's own, and those a rule of the packs configures."""

from collections.abc import Iterable

from django.db import models

from zhunsheng.desk.limits import group_of
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import law, registry
from zhunsheng.statute.law import Rule

#: (name of the field, its classes).
Classes = tuple[str, list[str]]


def classes(agency: Agency) -> list[tuple[str, list[tuple[str, list[Classes]]]]]:
    """(regime, registers with the fields that offer classes) of what the agency uses."""
    found = []
    for zh, en, registers in used_by(agency).groups():
        own = [(in_language(r.zh, r.en), _offered(r)) for r in registers]
        if any(fields for _, fields in own):
            found.append((in_language(zh, en), [(n, fields) for n, fields in own if fields]))
    return found


def configured() -> list[tuple[Rule, str, str, str, str, list[tuple[str, str]]]]:
    """(rule, its name, regime, citation, confidence, entries) of each list a rule holds."""
    rows = {rule.key: rule for rule in law().rules()}
    return [
        (
            rule,
            in_language(rule.zh, rule.en),
            group_of(rule),
            in_language(rule.citation("zh"), rule.citation("en")),
            in_language(rule.confidence.zh, rule.confidence.en),
            entries,
        )
        for rule in rows.values()
        if (entries := _entries(rule))
    ]


def _offered(register: Register) -> list[Classes]:
    fields = (register.of._meta.get_field(name) for name in register.columns)
    return [
        (str(f.verbose_name), [str(text) for value, text in f.flatchoices if value])
        for f in fields
        if isinstance(f, models.Field) and f.choices
    ]


def _entries(rule: Rule) -> list[tuple[str, str]]:
    """(key, the classes it stands for) of each entry; a list without keys has an empty one."""
    held = {k: v.replace(",", " ").split() for k, v in rule.values.items() if isinstance(v, str)}
    names = _names(rule.key.partition(".")[0], {word for words in held.values() for word in words})
    return [
        ("" if key.isascii() else key, "、".join(names.get(word, word) for word in words))
        for key, words in held.items()
    ]


def _names(regime: str, words: set[str]) -> dict[str, str]:
    """A class's key → its name, of the field of the regime that knows most of the words."""
    declared = registry().regimes.get(regime)
    offered = [dict(f) for r in (declared.registers if declared else ()) for f in _choices(r)]
    return max(offered, key=lambda names: len(words & set(names)), default={})


def _choices(register: Register) -> Iterable[list[tuple[str, str]]]:
    for name in register.columns:
        field = register.of._meta.get_field(name)
        if isinstance(field, models.Field) and field.choices:
            yield [(str(value), str(text)) for value, text in field.flatchoices]
