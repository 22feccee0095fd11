"""`python -m tests.browser.on_a_day PORT`: the model bureau served as on one morning in January.

The year's ledgers are loaded and confirmed, its report not yet begun. The database is the one of
the environment's `ZHUNSHENG_VAR`, and new.
"""

import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import django

MORNING = datetime(2025, 1, 20, 9, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def main(port: int) -> None:
    """Serves until it is ended."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.core.servers.basehttp import run

    from zhunsheng.cli.commands.demo import load_year
    from zhunsheng.cli.commands.organise import organise
    from zhunsheng.kernel import clock

    clock.now = lambda: MORNING
    call_command("migrate", verbosity=0)
    model_year = settings.ROOT / "examples" / "model-year"
    load_year(model_year, organise(model_year / "organisation.toml"))
    from zhunsheng.config.wsgi import application  # it asks for a database that is whole

    run("127.0.0.1", port, application, threading=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
