"""Planning as a Django application."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """Problems with their causes, measures that answer them, next year's tasks."""

    name = "zhunsheng.regimes.planning"
    label = "planning"
