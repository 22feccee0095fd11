"""A refusal as the reader is told it: one sentence, in their language."""

from collections.abc import Mapping
from types import MappingProxyType

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language

from zhunsheng.kernel.errors import InvalidError, KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.models import Record


def said(error: KernelError) -> str:
    """The error's sentence in the active language."""
    return error.en if (get_language() or "").startswith("en") else error.zh


def tell(request: HttpRequest, error: KernelError) -> None:
    """Shows the refusal on the next page."""
    messages.error(request, said(error))


def tell_at(
    request: HttpRequest,
    error: KernelError,
    form: forms.Form,
    model: type[Record],
    shown_as: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Shows each fault at its own field of the form; above it what is of no field shown.

    `shown_as` gives for a column the field of the form that stands for it under another name.
    """
    if not isinstance(error, InvalidError):
        tell(request, error)
        return
    names = {str(column.verbose_name): column.name for column in model._meta.concrete_fields}
    apart = []
    for fault in error.faults:
        label, zh, en = fault
        name = names.get(label, "")
        name = shown_as.get(name, name)
        if name in form.fields:
            form.add_error(name, in_language(zh, en))
        else:
            apart.append(fault)
    if apart:
        tell(request, InvalidError(tuple(apart)))
