"""Making an evidence pack: for who sees the whole agency, trailed by what went into it."""

from typing import IO

from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.digest import canonical, sm3
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.evidence_pack.gather import Gathered, gather
from zhunsheng.reports.evidence_pack.select import Selection
from zhunsheng.reports.evidence_pack.write import write_pack


def make_evidence_pack(selection: Selection, out: IO[bytes], *, by: Person) -> Gathered:
    """What the pack written to `out` holds and lacks.

    Errors: NotAllowedError for a person who does not see every division's records.
    """
    with refusing(by.agency, "evidence_pack", by=by):
        if not sees_everything(by, on=clock.today()):
            raise NotAllowedError(
                "佐证材料涉及各科室的台账，由办公室、法规科或局领导导出。",
                "the pack holds records of every division: the office, the legal officer or the"
                " bureau's leaders make it.",
            )
        found = write_pack(gather(selection), out)
        with acting(by.agency, "evidence_pack", by=by) as act:
            act.details = {
                "lacking": len(found.lacking),
                "papers": sm3(canonical(sorted(p.file.digest for p in found.papers)).encode()),
                "rows": len(found.rows),
                "title": selection.title,
            }
    return found
