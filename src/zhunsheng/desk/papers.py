"""Evidence as a page shows it: who may open a file that also holds rows of others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.evidence.models import EXPORT, Evidence
from zhunsheng.kernel.org.models import Person


@dataclass(frozen=True, slots=True)
class Paper:
    """A file beside a row; one that does not open for the reader is only named."""

    evidence: Evidence
    opens: bool


def may_open(paper: Evidence, person: Person, today: date) -> bool:
    """Whether the file holds nothing but what the person may see.

    An export holds rows of every division: it opens for those who see everything, and for who
    brought it.
    """
    if paper.kind != EXPORT or paper.by_id == person.pk:
        return True
    return sees_everything(person, on=today)


def papers_for(papers: Iterable[Evidence], person: Person, today: date) -> list[Paper]:
    """Each with whether it opens."""
    return [Paper(paper, may_open(paper, person, today)) for paper in papers]
