"""Finding the report and the edition of a year that a verb names."""

from argparse import ArgumentParser

from zhunsheng.cli.commands.people import UnknownNameError
from zhunsheng.kernel.org.models import Agency
from zhunsheng.reports.compile import report_of
from zhunsheng.reports.kind import RULE_OF_LAW, kind_of, kinds
from zhunsheng.reports.models import Edition, Report


def name_kind(parser: ArgumentParser) -> None:
    """The option that names another report than the rule-of-law one."""
    told = "、".join(f"{key}（{kind.zh}）" for key, kind in kinds().items())
    parser.add_argument("--kind", default=RULE_OF_LAW, metavar="KIND", help=told)


def report_in(agency: Agency, year: int, kind: str) -> Report:
    """The agency's report of the kind on the year. Errors: UnknownNameError."""
    known = kind_of(kind)
    found = report_of(agency, year, kind)
    if found is None:
        raise UnknownNameError(
            f"{agency.name}还没有编制{year}年的{known.zh}；请先用compile命令编制。",
            f"{agency.name} has no {known.en} on {year}; compile it first.",
        )
    return found


def edition_of(agency: Agency, year: int, kind: str) -> Edition:
    """The edition of the kind issued on the year. Errors: UnknownNameError."""
    known = kind_of(kind)
    found = Edition.objects.filter(agency=agency, year=year, kind=kind).order_by("-pk").first()
    if found is None:
        raise UnknownNameError(
            f"{agency.name}还没有印发{year}年的{known.zh}；请先办理印发。",
            f"{agency.name} has issued no {known.en} on {year}; issue it first.",
        )
    return found
