"""Administrative enforcement as a Django application."""

from django.apps import AppConfig


class EnforcementConfig(AppConfig):
    """Officers, inspections, penalty cases and what is published of them each year."""

    name = "zhunsheng.regimes.enforcement"
    label = "enforcement"
