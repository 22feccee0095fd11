"""Government services as a Django application."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """The lists of items, the applications for them, and who was guided through."""

    name = "zhunsheng.regimes.services"
    label = "services"
