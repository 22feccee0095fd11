"""The comments on a report as threads: each with its answers, open or settled."""

from collections.abc import Iterable
from dataclasses import dataclass

from zhunsheng.reports.models import CommentSettled, PartComment, Report


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment, its answers in order, and who settled it last, if nobody spoke since."""

    first: PartComment
    answers: tuple[PartComment, ...]
    settled: CommentSettled | None


def threads(report: Report) -> dict[str, tuple[Thread, ...]]:
    """Part → its threads, open ones first, each in the order they were begun."""
    said = list(PartComment.objects.filter(report_id=report.pk).select_related("by").order_by("pk"))
    settlings = CommentSettled.objects.filter(comment__report_id=report.pk).select_related("by")
    last = {row.comment_id: row for row in settlings.order_by("pk")} if said else {}
    found: dict[str, list[Thread]] = {}
    for first in said:
        if first.parent_id is None:
            answers = tuple(one for one in said if one.parent_id == first.pk)
            thread = _thread(first, answers, last.get(first.pk))
            found.setdefault(first.part, []).append(thread)
    return {part: _open_first(rows) for part, rows in found.items()}


def _thread(
    first: PartComment, answers: tuple[PartComment, ...], settled: CommentSettled | None
) -> Thread:
    newest = max(one.entry for one in (first, *answers))
    return Thread(first, answers, settled if settled and settled.entry > newest else None)


def _open_first(rows: Iterable[Thread]) -> tuple[Thread, ...]:
    return tuple(sorted(rows, key=lambda thread: thread.settled is not None))
