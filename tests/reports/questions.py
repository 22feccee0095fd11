"""A published edition whose agency takes questions, and a reader who asks one."""

from django.urls import reverse

from zhunsheng.kernel.org.change import approve, propose
from zhunsheng.kernel.org.changes import KINDS
from zhunsheng.kernel.testing import Bureau
from zhunsheng.portal.question import receipt_of
from zhunsheng.reports.life.ask import Asked, ask
from zhunsheng.reports.models import Edition, FigureQuestion
from zhunsheng.reports.publish import publish

FIGURE = "oversight.remarks"
WORDS = "网上另一处写的是3件，请核对。"  # elsewhere it says three
REACHED = "13800138000"
HOME = "203.0.113.7"


def switch(bureau: Bureau, *, on: bool) -> None:
    """The agency takes questions from now on, or no longer: as its two administrators do it."""
    kind = KINDS["take_questions" if on else "stop_questions"]
    by = bureau.persons["administrator"]
    change = propose(bureau.agency, kind, {}, by=by, reason="局务会决定")
    approve(change, kind, by=bureau.persons["administrator_second"])
    bureau.agency.refresh_from_db()


def published(bureau: Bureau, edition: Edition) -> Edition:
    """The edition before the public."""
    office, reviewer = (bureau.persons[name] for name in ("office", "legal_officer"))
    publish(edition, by=office, reviewed_by=reviewer, note="不涉密，可以公开")
    return edition


def pages(question: FigureQuestion) -> list[str]:
    """The public form, the receipt, and the pages at the desk."""
    at = [question.edition_id, question.figure]
    return [
        reverse("portal:figure", args=at),
        reverse("portal:question", args=at),
        receipt_of(question),
        reverse("desk:questions"),
        reverse("desk:question", args=[question.pk]),
    ]


def asked(
    edition: Edition, text: str = WORDS, *, contact: str = REACHED, address: str = HOME
) -> FigureQuestion:
    """A question that waits."""
    return ask(edition, FIGURE, Asked(text, contact), address=address)
