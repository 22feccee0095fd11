"""Attaching: a stored file supports a record."""

from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.evidence.models import Evidence, File
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.trail.refuse import refusing


def attach(
    record: Record, file: File, *, by: Person, kind: str, dated_on: date | None = None
) -> Evidence:
    """The evidence, trailed."""
    with refusing(record.agency, "attach", by=by):
        require_record(by, record.division, clock.today())
        with acting(record.agency, "attach", by=by) as act:
            act.details = {"file": file.digest, "item": record.pk, "kind": kind}
            return put_beside(act, record, file, kind=kind, dated_on=dated_on)


def put_beside(
    act: Act, record: Record, file: File, *, kind: str, dated_on: date | None = None
) -> Evidence:
    """The evidence, written inside an open action."""
    return Evidence.objects.create(
        file=file,
        item_id=record.pk,
        kind=kind,
        dated_on=dated_on,
        by=act.by,
        entry=act.place.sequence,
    )
