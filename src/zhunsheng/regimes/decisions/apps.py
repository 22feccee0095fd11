"""Major decisions as a Django application."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Matters decided by the bureau, and the meetings that decided them."""

    name = "zhunsheng.regimes.decisions"
    label = "decisions"
