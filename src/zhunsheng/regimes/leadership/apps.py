"""Leadership as a Django application."""

from django.apps import AppConfig


class LeadershipConfig(AppConfig):
    """Annual plans, the principal's acts and account, rule-of-law meetings, internal rules."""

    name = "zhunsheng.regimes.leadership"
    label = "leadership"
