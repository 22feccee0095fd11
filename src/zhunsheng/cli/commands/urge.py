"""`urge --by ACCOUNT`: reminds everybody of what is due, once at each level.

For a daily run; for an hourly one where a law counts hours, as of a leak."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.duty.arising import arise
from zhunsheng.kernel.duty.deliver import channels, deliver
from zhunsheng.kernel.duty.urge import by_person, urge_all


def run(arguments: Sequence[str]) -> int:
    """0 when every reminder that has a channel went out."""
    parser = ArgumentParser(prog="zhunsheng urge", description=__doc__)
    parser.add_argument("--by", required=True, help="the account in whose name it is done")
    by = person_of(parser.parse_args(arguments).by)
    arise(by.agency)
    urgings = urge_all(by.agency, by=by)
    for person, text in by_person(urgings).items():
        print(f"{person.name}\n{text}")
    outcome = deliver(urgings, channels())
    say(
        f"催办{len(urgings)}项，发出{outcome.sent}条，未发出{len(outcome.failed)}条",
        f"{len(urgings)} reminders, {outcome.sent} messages sent, {len(outcome.failed)} failed",
    )
    for name, said in outcome.failed:
        say(f"  {name}：{said}", f"not delivered to {name}")
    if outcome.silent:
        names = "、".join(outcome.silent)
        say(f"  没有发送渠道，仅在页面提示：{names}", f"read on the page only: {names}")
    return 1 if outcome.failed else 0
