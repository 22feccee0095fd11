"""The model year's records in an empty installation, as the demonstration loads them."""

from pathlib import Path


def load() -> None:
    """Tables made, the model bureau set up, its workbooks imported and confirmed; no report."""
    from django.conf import settings
    from django.core.management import call_command

    from zhunsheng.cli.commands.demo import load_year
    from zhunsheng.cli.commands.organise import organise

    call_command("migrate", verbosity=0, skip_checks=True)
    folder = Path(settings.ROOT) / "examples" / "model-year"
    load_year(folder, organise(folder / "organisation.toml"))
