"""The kernel as a Django application."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class KernelConfig(AppConfig):
    """Wires fences, the live-connection check, registry and checks at start."""

    name = "zhunsheng.kernel"
    label = "kernel"

    def ready(self) -> None:
        from zhunsheng.kernel import checks, registry
        from zhunsheng.kernel.db import fences, live
        from zhunsheng.kernel.record import plain_migrations

        plain_migrations.install()
        registry.load()
        checks.register()
        fences.connect_signals()
        connection_created.connect(live.on_connection, dispatch_uid="zhunsheng.live")
