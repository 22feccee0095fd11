"""A refusal as the reader is told it: one sentence, in their language."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language

from zhunsheng.kernel.errors import KernelError


def said(error: KernelError) -> str:
    """The error's sentence in the active language."""
    return error.en if (get_language() or "").startswith("en") else error.zh


def tell(request: HttpRequest, error: KernelError) -> None:
    """Shows the refusal on the next page."""
    messages.error(request, said(error))
