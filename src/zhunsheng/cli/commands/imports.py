"""`imports --by ACCOUNT [--undo NUMBER --reason TEXT]`: the imports; one undone as a whole."""

from argparse import ArgumentParser
from collections.abc import Sequence

from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import padded, refuse, say
from zhunsheng.kernel.record.models import Batch
from zhunsheng.kernel.record.undo_batch import UndoRefusedError, undo_batch

_LISTED = 30


def run(arguments: Sequence[str]) -> int:
    """0 unless the import could not be undone: then every row in the way is named."""
    parser = ArgumentParser(prog="zhunsheng imports", description=__doc__)
    parser.add_argument("--by", required=True)
    parser.add_argument("--undo", type=int, metavar="NUMBER", help="撤销第几批 / which to undo")
    parser.add_argument("--reason", default="", help="撤销理由 / why")
    options = parser.parse_args(arguments)
    by = person_of(options.by)
    rows = Batch.objects.filter(agency=by.agency).select_related("by").order_by("-pk")
    if options.undo is None:
        for batch in rows[:_LISTED]:
            zh, en = _standing(batch)
            print(f"{batch.pk:>6} {padded(batch.source, 40)}{batch.rows:>7} {zh} / {en}")
        return 0
    found = rows.filter(pk=options.undo).first()
    if found is None:
        return refuse(
            f"没有第{options.undo}批导入；不带--undo可列出各批。",
            f"there is no import {options.undo}; without --undo they are listed.",
        )
    try:
        count = undo_batch(found, by=by, reason=options.reason)
    except UndoRefusedError as error:
        for held in error.held:
            print(f"  {held.title}：{held.zh} / {held.en}")
        raise
    say(
        f"已撤销“{found.source}”，{count}行作废或恢复原内容",
        f"undone, {count} rows voided or as before",
    )
    return 0


def _standing(batch: Batch) -> tuple[str, str]:
    if batch.undone_by_id is not None:
        return "已撤销", "undone"
    return ("已确认", "confirmed") if batch.confirmed_by_id else ("待确认", "to be confirmed")
