"""Oversight as a Django application."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Suggestions, proposals, acts of supervision, remarks of the resident team."""

    name = "zhunsheng.regimes.oversight"
    label = "oversight"
