"""The reports as a Django application."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Outline, draft, edition, delivery."""

    name = "zhunsheng.reports"
    label = "reports"

    def ready(self) -> None:
        from zhunsheng.reports import checks

        checks.register()
