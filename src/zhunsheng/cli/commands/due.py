"""`due`: every open obligation, soonest first."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.people import agency_of
from zhunsheng.cli.commands.told import padded
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.arising import arise
from zhunsheng.kernel.duty.due_list import titles_of
from zhunsheng.kernel.duty.hours import clock_time
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.state import state_of
from zhunsheng.kernel.label import both
from zhunsheng.kernel.registry import registry


def run(arguments: Sequence[str]) -> int:
    """0 when nothing is overdue."""
    parser = ArgumentParser(prog="zhunsheng due", description=__doc__)
    parser.add_argument("--agency")
    agency = agency_of(parser.parse_args(arguments).agency)
    arise(agency)
    duties = {d.key: d for d in registry().duties()}
    open_ = Obligation.objects.filter(agency=agency, done_on__isnull=True)
    rows = list(open_.select_related("item").order_by("due_on"))
    titles, overdue = titles_of(rows), 0
    for row in rows:
        alert, at = duties[row.duty].alert_days, clock_time(clock.now())
        state = state_of(row, clock.today(), alert_days=alert, at=at)
        overdue += state == "overdue"
        zh, en = both(state.label)
        provisional = "*" if row.provisional else ""
        what = f"{duties[row.duty].zh}：{titles[row.item_id]}"
        day = f"{row.due_on}{provisional} {row.due_at}".rstrip()
        print(f"{day} {padded(f'{zh} / {en}', 22)} {what}")
    return 1 if overdue else 0
