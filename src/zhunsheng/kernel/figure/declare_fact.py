"""Declaring a figure of an earlier year from a document."""

from decimal import Decimal

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.figure.models import DeclaredFact
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing


def declare_fact(
    figure: str, year: int, value: Decimal, *, document: str, by: Person
) -> DeclaredFact:
    """The declared fact. Errors: NotPossibleError for an unknown figure or without its document."""
    with refusing(by.agency, "declare_fact", by=by):
        require_role(
            by, (Role.LEGAL_OFFICER,), clock.today(), doing=("申报往年数据", "declare a fact")
        )
        if figure not in registry().figures():
            raise NotPossibleError(f"没有“{figure}”这项指标。", f"there is no figure {figure!r}.")
        if not document.strip():
            raise NotPossibleError(
                "申报往年数据须写明出处文件。", "a declared fact must name its document."
            )
        with acting(by.agency, "declare_fact", by=by) as act:
            act.details = {"document": document, "figure": figure, "value": value, "year": year}
            return DeclaredFact.objects.create(
                agency=by.agency,
                figure=figure,
                year=year,
                value=value,
                document=document,
                by=by,
                at=act.at,
            )


def declared(agency_id: int, year: int) -> dict[str, DeclaredFact]:
    """The newest declared fact of each figure for the year."""
    rows = DeclaredFact.objects.filter(agency_id=agency_id, year=year).order_by("pk")
    return {row.figure: row for row in rows}
