"""`leak YEAR --to AUTHORITY --by ACCOUNT [--at MOMENT]`: a leak reported, in time or late."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import get_current_timezone, localtime

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import refuse, say
from zhunsheng.kernel import clock
from zhunsheng.reports.life.leak import report_leak
from zhunsheng.reports.publish import visibility_of


def run(arguments: Sequence[str]) -> int:
    """0 when it was reported in time, 1 when late or where nothing was withdrawn."""
    parser = ArgumentParser(prog="zhunsheng leak", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("--to", required=True, help="向哪个机关报告 / the authority")
    parser.add_argument("--by", required=True)
    parser.add_argument("--at", type=_moment, help="2025-03-01T09:30")
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    withdrawal = visibility_of(edition_of(person.agency, options.year, options.kind))
    if withdrawal is None or withdrawal.public:
        return refuse(
            "该报告没有撤下，无须登记泄密报告；如有泄密，请先撤下（withdraw --leak）。",
            "it is not withdrawn; where a secret leaked, withdraw it first (withdraw --leak).",
        )
    made = report_leak(withdrawal, to=options.to, at=options.at or clock.now(), by=person)
    late = withdrawal.report_by is not None and made.reported_at > withdrawal.report_by
    moment = f"{localtime(made.reported_at):%Y-%m-%d %H:%M}"
    say(
        f"已登记：{moment}向{made.to}报告，{'逾期' if late else '未逾期'}",
        f"reported to {made.to} at {moment}, {'late' if late else 'in time'}",
    )
    return 1 if late else 0


def _moment(text: str) -> datetime:
    """A moment without a zone is one of the bureau's own clock."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=get_current_timezone())
