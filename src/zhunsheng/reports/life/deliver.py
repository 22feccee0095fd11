"""Delivering: the office records that an addressee has the edition, and later the receipt."""

from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.life.delivered import addressed
from zhunsheng.reports.life.due import refreshed
from zhunsheng.reports.models import Delivery, Edition

_DOING = ("登记送达", "record a delivery")


def deliver(
    edition: Edition,
    addressee: str,
    *,
    on: date,
    by: Person,
    way: str = "",
    receipt: File | None = None,
) -> Delivery:
    """The delivery; one made again for the same addressee takes the place of the older one.

    A row without its own receipt keeps the one received before. Errors: ReportError for somebody
    the edition is not addressed to, or a day before issue or to come.
    """
    with refusing(edition.agency, "deliver", by=by):
        require_role(by, (Role.OFFICE, Role.LEGAL_OFFICER), clock.today(), doing=_DOING)
        known = _known(edition, addressee)
        _require_possible(edition, on)
        with acting(edition.agency, "deliver", by=by, on=on) as act:
            act.details = {
                "addressee": addressee,
                "edition": edition.digest,
                "receipt": receipt.digest if receipt else "",
            }
            made = Delivery.objects.create(
                edition=edition,
                addressee=addressee,
                delivered_on=on,
                way=way,
                receipt=receipt or (known.receipt if known else None),
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )
            refreshed(act, edition)
            return made


def _known(edition: Edition, addressee: str) -> Delivery | None:
    """The newest delivery to the addressee. Errors: ReportError for who is none."""
    states = {a.name: a for a in addressed(edition, today=clock.today())}
    if addressee not in states:
        raise ReportError(
            f"“{addressee}”不是该报告的主送或抄送机关；应为：{'、'.join(states)}。",
            f"the edition is not addressed to '{addressee}', but to: {', '.join(states)}.",
        )
    return states[addressee].delivery


def _require_possible(edition: Edition, on: date) -> None:
    if not edition.issued_on <= on <= clock.today():
        raise ReportError(
            f"送达日期{on}须在印发之日（{edition.issued_on}）至今天之间；请核对。",
            f"the delivery of {on} must lie between issue ({edition.issued_on}) and today.",
        )
