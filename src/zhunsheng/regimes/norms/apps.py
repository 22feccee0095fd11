"""Normative documents as a Django application."""

from django.apps import AppConfig


class NormsConfig(AppConfig):
    """The register of normative documents and their clean-ups."""

    name = "zhunsheng.regimes.norms"
    label = "norms"
