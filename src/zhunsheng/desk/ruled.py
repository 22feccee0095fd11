"""The rule a field falls under, told beside it in the form."""

from collections.abc import Mapping

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import law, registry
from zhunsheng.statute.law import Rule

_NONE: Mapping[str, str] = {}


def tell_rules(
    form: forms.Form, model: type[Record], *, shown_as: Mapping[str, str] = _NONE
) -> None:
    """Each duty of the register tells its rule once: at the field that starts it, or else meets it.

    `shown_as` names the fields that the form shows under another name.
    """
    told: dict[str, dict[str, Rule]] = {}
    for duty in registry().duties(model):
        names = (shown_as.get(name, name) for name in _fields(duty))
        at = next((name for name in names if name in form.fields), None)
        if at is not None:
            told.setdefault(at, {})[duty.rule] = law().rule(duty.rule)
    for name, rules in told.items():
        form.fields[name].help_text = format_html_join(
            "", "<span>{}</span>", map(_said, rules.values())
        )


def _fields(duty: Duty) -> list[str]:
    return [name for name in (duty.since, duty.starts, duty.done) if name and isinstance(name, str)]


def _said(rule: Rule) -> tuple[str]:
    address = reverse("desk:help-rule", args=[rule.key])
    link = format_html(
        '<a class="ground" href="{}">{}</a>',
        address,
        in_language(rule.citation("zh"), rule.citation("en")),
    )
    pattern = in_language("{}（{}）", "{} ({})")
    return (format_html(pattern, in_language(rule.zh, rule.en), link),)
