"""`deliver YEAR [ADDRESSEE --on DAY --receipt FILE] --by ACCOUNT`: who has the edition."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.files import read
from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.evidence.store import store
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.life.delivered import Addressed, Arrival, addressed

_SAID = {
    Arrival.IN_TIME: ("按期送达", "in time"),
    Arrival.AFTER_SAFE_DAY: ("按期送达（晚于稳妥期限）", "in time, after the safe day"),
    Arrival.LATE: ("逾期送达", "late"),
    Arrival.OPEN: ("未登记送达", "no delivery yet"),
    Arrival.OVERDUE: ("未登记送达，已逾期", "no delivery, overdue"),
}


def run(arguments: Sequence[str]) -> int:
    """Records a delivery; 1 while an addressee's is late or overdue."""
    parser = ArgumentParser(prog="zhunsheng deliver", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("addressee", nargs="?")
    parser.add_argument("--on", type=date.fromisoformat)
    parser.add_argument("--by", required=True)
    parser.add_argument("--way", default="")
    parser.add_argument("--receipt", type=Path)
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    edition = edition_of(person.agency, options.year, options.kind)
    if options.addressee:
        deliver(
            edition,
            options.addressee,
            on=options.on or clock.today(),
            by=person,
            way=options.way,
            receipt=store(options.receipt.name, read(options.receipt)) if options.receipt else None,
        )
    states = addressed(edition, today=clock.today())
    for state in states:
        say(*_told(state))
    return 1 if any(s.arrival in (Arrival.LATE, Arrival.OVERDUE) for s in states) else 0


def _told(state: Addressed) -> tuple[str, str]:
    zh, en = _SAID[state.arrival]
    made = state.delivery
    day = f" {made.delivered_on}" if made else ""
    receipt = "，有回执" if made and made.receipt_id else ""
    return f"{state.name}{day} {zh}{receipt}（{state.due.zh()}）", en
