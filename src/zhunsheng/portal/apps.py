"""The portal as a Django application."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """What the public may read."""

    name = "zhunsheng.portal"
    label = "portal"

    def ready(self) -> None:
        from zhunsheng.portal.folder import withdraw_from_folders
        from zhunsheng.reports.seen import listen

        listen(withdraw_from_folders)
