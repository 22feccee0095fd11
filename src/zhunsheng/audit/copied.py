"""Passages copied from what is laid beside the text, as findings."""

from collections.abc import Iterable

from zhunsheng.audit.check import Outcome, found
from zhunsheng.audit.copies import Library
from zhunsheng.audit.handed import Beside
from zhunsheng.audit.parse.passage import Passage


def copied(passage: Passage, code: str, *, others: Iterable[Beside], zh: str, en: str) -> Outcome:
    """A finding for each passage of the text that stands in another, with how alike they are."""
    copies = Library.of(tuple(others)).copies(passage.text)
    return Outcome(
        tuple(
            found(
                code,
                f"{zh}：{copy.name}（相同{copy.alike:.0%}）",
                f"{en}: {copy.name} ({copy.alike:.0%} the same)",
                (copy.start, copy.end),
                kind="copy",
            )
            for copy in copies
        )
    )
