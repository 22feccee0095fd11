"""The web application, for granian or any WSGI server; it starts on a whole database only."""

import os

from django.core.wsgi import get_wsgi_application

from zhunsheng.config.settled import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.config.settings")
application = get_wsgi_application()


def _require_database() -> None:
    from django.db import connection

    from zhunsheng.kernel.db import fences, upgrade

    upgrade.require(connection)
    # Opening the connection also asserts that what it acknowledges is kept.
    fences.require(connection)


_require_database()
settle()
