"""Publishing: an edition goes before the public after secrecy and privacy review."""

import json
from collections.abc import Sequence

from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import canonical
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.evidence.store import ACCEPTED, keep
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import PersonalDataError, ReportError
from zhunsheng.reports.frozen import document_from_json, document_to_json
from zhunsheng.reports.life.due import refreshed
from zhunsheng.reports.models import Edition, RedactedCopy, Redaction, Visibility, Waiver
from zhunsheng.reports.privacy import personal
from zhunsheng.reports.redact import Redacted, redacted_document, redacted_facts, words_of
from zhunsheng.reports.seen import visibility_changed

_DOING = ("公开", "publish")
_REVIEWING = ("公开前保密审查", "review before publishing")


def publish(
    edition: Edition,
    *,
    by: Person,
    reviewed_by: Person,
    note: str,
    redactions: Sequence[Redacted] = (),
    despite: str = "",
) -> Visibility:
    """The edition, public; with `redactions` a copy without them is.

    `despite` says why what looks like personal data may be read. Errors: NotAllowedError where
    reviewer and publisher are one; PersonalDataError; ReportError for an edition the public sees
    already.
    """
    with refusing(edition.agency, "publish", by=by):
        _require_reviewed(by, reviewed_by)
        _require_hidden(edition)
        copy = _judged(edition, redactions, despite)
        with acting(edition.agency, "publish", by=by, reason=despite) as act:
            act.details = {
                "edition": edition.digest,
                "redactions": [[r.text, r.figure, r.ground] for r in redactions],
                "reviewed_by": reviewed_by.username,
            }
            made = Visibility.objects.create(
                edition=edition,
                public=True,
                reason=note,
                reviewed_by=reviewed_by,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )
            _keep_redactions(made, copy, redactions)
            refreshed(act, edition)
    visibility_changed(edition)
    return made


def visibility_of(edition: Edition) -> Visibility | None:
    """The newest word on whether the public sees the edition; None while it never did."""
    newest = edition.visibilities.order_by("-pk")
    return asked_once(("visibility", edition.pk), newest.first)


def is_public(edition: Edition) -> bool:
    """Whether the public sees the edition now."""
    newest = visibility_of(edition)
    return newest is not None and newest.public


def _require_reviewed(by: Person, reviewed_by: Person) -> None:
    require_role(by, (Role.OFFICE,), clock.today(), doing=_DOING)
    reviewers = (Role.LEGAL_OFFICER, Role.DEPUTY_HEAD, Role.DIVISION_HEAD)
    require_role(reviewed_by, reviewers, clock.today(), doing=_REVIEWING)
    if reviewed_by.pk == by.pk:
        raise NotAllowedError(
            "保密审查须由公开办理人以外的人员作出。",
            "somebody other than the publisher reviews for secrecy.",
        )


def _require_hidden(edition: Edition) -> None:
    if is_public(edition):
        raise ReportError(
            "该报告已经公开；如需重新公开，请先撤下。",
            "the edition is public already; withdraw it before publishing it anew.",
        )


def _judged(edition: Edition, redactions: Sequence[Redacted], despite: str) -> RedactedCopy | None:
    """The copy to be shown, none where nothing was taken out, after the search for persons."""
    for one in redactions:
        require_reason(one.ground, doing=("隐去", "redact"))
    document = document_from_json(json.loads(edition.document))
    told = {fact["key"] for fact in json.loads(edition.facts)["facts"]}
    shown = redacted_document(document, redactions, told=told) if redactions else document
    found = personal("\n".join((words_of(shown), *_beside(edition))))
    if found and not despite.strip():
        way_out = ("请隐去，或说明可以公开的理由", "redact it, or say why it may be public")
        raise PersonalDataError(found, do=way_out)
    return _copy(edition, shown, redactions) if redactions else None


def _beside(edition: Edition) -> list[str]:
    """What the public reads beside the text: promises with their outcome, waivers, errata."""
    promised = [f"{p['statement']}\n{p['told']}" for p in json.loads(edition.promises)]
    waivers = Waiver.objects.filter(report_id=edition.report_id)
    waived = [f"{text}\n{why}" for text, why in waivers.values_list("text", "reason")]
    errata = edition.errata.values_list("wrong", "right", "reason")
    return [*promised, *waived, *("\n".join(words) for words in errata)]


def _keep_redactions(
    made: Visibility, copy: RedactedCopy | None, redactions: Sequence[Redacted]
) -> None:
    if copy is not None:
        copy.visibility = made
        copy.save(force_insert=True)
    for one in redactions:
        Redaction.objects.create(
            visibility=made, text=one.text, figure=one.figure, ground=one.ground
        )


def _copy(
    edition: Edition, document: OfficialDocument, redactions: Sequence[Redacted]
) -> RedactedCopy:
    """The copy with its files in the store, not yet in the database."""
    name = f"report-{edition.year}-public"
    return RedactedCopy(
        document=canonical(document_to_json(document)),
        facts=redacted_facts(edition.facts, [r.figure for r in redactions if r.figure]),
        docx=keep(f"{name}.docx", write.docx(document), ACCEPTED[".docx"]),
        pdf=keep(f"{name}.pdf", write.pdf(document), ACCEPTED[".pdf"]),
    )
