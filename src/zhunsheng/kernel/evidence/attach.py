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
    record: Record, *files: File, by: Person, kind: str, dated_on: date | None = None
) -> tuple[Evidence, ...]:
    """The evidence, a row for each file, all of them or none, in one trailed action."""
    with refusing(record.agency, "attach", by=by):
        require_record(by, record.division, clock.today())
        with acting(record.agency, "attach", by=by) as act:
            digests = [file.digest for file in files]
            act.details = {"files": digests, "item": record.pk, "kind": kind}
            return tuple(put_beside(act, record, f, kind=kind, dated_on=dated_on) for f in files)


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
