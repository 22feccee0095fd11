"""Reconsideration and litigation as a Django application."""

from django.apps import AppConfig


class DisputesConfig(AppConfig):
    """Cases in which somebody contests what the bureau did."""

    name = "zhunsheng.regimes.disputes"
    label = "disputes"
