"""The portal as a Django application."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """What the public may read."""

    name = "zhunsheng.portal"
    label = "portal"
