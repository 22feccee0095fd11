"""Legal advisers and government lawyers as a Django application."""

from django.apps import AppConfig


class CounselConfig(AppConfig):
    """Engagements, government lawyers, opinions and the review of contracts."""

    name = "zhunsheng.regimes.counsel"
    label = "counsel"
