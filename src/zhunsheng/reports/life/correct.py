"""Correcting: a numbered erratum says what must be read instead; the edition stays as it was."""

import json
from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import PersonalDataError, ReportError
from zhunsheng.reports.frozen import document_from_json
from zhunsheng.reports.models import Edition, Erratum
from zhunsheng.reports.privacy import personal
from zhunsheng.reports.publish import is_public
from zhunsheng.reports.redact import words_of

_DOING = ("印发更正", "issue an erratum")


def correct(
    edition: Edition,
    *,
    wrong: str,
    right: str,
    reason: str,
    on: date,
    approved_by: Person,
    by: Person,
    figure: str = "",
) -> Erratum:
    """The next erratum of the edition, approved by who signs for the bureau.

    `figure` is the figure it corrects. Errors: ReportError where `wrong` does not stand in the
    edition; PersonalDataError where the public would read a person's data; NotAllowedError where
    one person would approve what they entered.
    """
    with refusing(edition.agency, "correct", by=by):
        _require_approved(by, approved_by)
        require_reason(reason, doing=_DOING)
        _require_place(edition, wrong, right, figure)
        _require_no_person(edition, right, reason)
        with acting(edition.agency, "correct", by=by, on=on, reason=reason) as act:
            act.details = {"edition": edition.digest, "wrong": wrong, "right": right}
            return Erratum.objects.create(
                edition=edition,
                ordinal=edition.errata.count() + 1,
                figure=figure,
                wrong=wrong.strip(),
                right=right.strip(),
                reason=reason,
                on=on,
                approved_by=approved_by,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )


def _require_no_person(edition: Edition, *words: str) -> None:
    """Errors: PersonalDataError: an erratum of a public edition is public as it is made."""
    found = personal("\n".join(words))
    if found and is_public(edition):
        raise PersonalDataError(found)


def _require_place(edition: Edition, wrong: str, right: str, figure: str) -> None:
    document = document_from_json(json.loads(edition.document))
    text = words_of(document)
    if not wrong.strip() or wrong.strip() not in text:
        raise ReportError(
            f"印发版中没有“{wrong}”；请照原文填写需要更正的文字。",
            f"'{wrong}' does not stand in the edition; quote it as it was issued.",
        )
    if not right.strip() or right.strip() == wrong.strip():
        raise ReportError("请填写更正后的文字。", "say what must be read instead.")
    if figure and figure not in {f["key"] for f in json.loads(edition.facts)["facts"]}:
        raise ReportError(
            f"印发版中没有指标“{figure}”。", f"the edition holds no figure '{figure}'."
        )


def _require_approved(by: Person, approved_by: Person) -> None:
    require_role(by, (Role.LEGAL_OFFICER, Role.OFFICE), clock.today(), doing=_DOING)
    approving = (Role.PRINCIPAL, Role.DEPUTY_HEAD)
    require_role(approved_by, approving, clock.today(), doing=("批准更正", "approve an erratum"))
    if approved_by.pk == by.pk:
        raise NotAllowedError(
            "更正须由经办人以外的领导批准。", "somebody other than its author approves it."
        )
