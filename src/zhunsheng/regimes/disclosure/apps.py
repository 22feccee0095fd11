"""Disclosure as a Django application."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Publication, its reviews, and requests for information."""

    name = "zhunsheng.regimes.disclosure"
    label = "disclosure"
