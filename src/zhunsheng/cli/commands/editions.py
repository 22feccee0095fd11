"""Finding the report and the edition of a year that a verb names."""

from zhunsheng.cli.commands.people import UnknownNameError
from zhunsheng.kernel.org.models import Agency
from zhunsheng.reports.compile import report_of
from zhunsheng.reports.models import Edition, Report


def report_in(agency: Agency, year: int) -> Report:
    """The agency's report on the year. Errors: UnknownNameError."""
    found = report_of(agency, year)
    if found is None:
        raise UnknownNameError(
            f"{agency.name}还没有编制{year}年的报告；请先用compile命令编制。",
            f"{agency.name} has no report on {year}; compile it first.",
        )
    return found


def edition_of(agency: Agency, year: int) -> Edition:
    """The edition issued on the year. Errors: UnknownNameError."""
    found = Edition.objects.filter(agency=agency, year=year).order_by("-pk").first()
    if found is None:
        raise UnknownNameError(
            f"{agency.name}还没有印发{year}年的报告；请先办理印发。",
            f"{agency.name} has issued no report on {year}; issue it first.",
        )
    return found
