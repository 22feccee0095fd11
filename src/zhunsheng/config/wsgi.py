"""The web application, for granian or any WSGI server; it starts only behind whole fences."""

import os

from django.core.wsgi import get_wsgi_application

from zhunsheng.config.settled import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.config.settings")
application = get_wsgi_application()


def _require_fences() -> None:
    from django.db import connection

    from zhunsheng.kernel.db import fences

    # Opening the connection also asserts that what it acknowledges is kept.
    fences.require(connection)


_require_fences()
settle()
