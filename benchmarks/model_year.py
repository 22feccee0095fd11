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


def draft_report() -> int:
    """The key of the year's report as its officer works on it: compiled, nothing signed."""
    from zhunsheng.kernel.org.models import Person
    from zhunsheng.reports.compile import compile_report

    by = Person.objects.get(username="guwen")
    made = compile_report(by.agency, 2024, by=by, addressees="澜川市人民政府")
    return int(made.pk)
