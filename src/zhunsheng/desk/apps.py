"""The desk as a Django application."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Where a bureau does its work."""

    name = "zhunsheng.desk"
    label = "desk"
