"""Outreach as a Django application."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """The list of duties, online items, events, visits, material and venues."""

    name = "zhunsheng.regimes.outreach"
    label = "outreach"
