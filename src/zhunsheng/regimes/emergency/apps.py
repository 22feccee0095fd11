"""Emergency and safety as a Django application."""

from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    """Plans, drills, safety inspections and the hazards they found."""

    name = "zhunsheng.regimes.emergency"
    label = "emergency"
