"""What stands against signature, each with the part of the report it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass

from zhunsheng.audit import Audit
from zhunsheng.audit.model import Finding, Mention
from zhunsheng.gongwen.model import Kind, OfficialDocument
from zhunsheng.kernel.figure.identity import Checked
from zhunsheng.reports.document import Place
from zhunsheng.reports.render import Problem

#: The code under which a number typed by hand is waived.
TYPED = "NUM001"


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that stands against signature; `code` waives it where it can be waived.

    `part` is the key of the part it stands in, "" for the whole report; `quote` the words there.
    """

    code: str
    text: str
    zh: str
    en: str
    part: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """The text that was read: where its parts and headings are, and their sources with tokens."""

    text: str
    places: tuple[Place, ...]
    headings: tuple[str, ...]
    parts: dict[str, str]

    def part_at(self, place: int) -> str:
        """The part that place of the text is of."""
        return next((part for start, end, part in self.places if start <= place < end), "")

    def part_with(self, key: str) -> str:
        """The first part that shows the figure."""
        signs = (f"{{{key}}}", f"{{{key}|", f"{{#{key}}}", f"{{^{key}}}")
        shows = (p for p, text in self.parts.items() if any(sign in text for sign in signs))
        return next(shows, "")


def headings_of(document: OfficialDocument) -> tuple[str, ...]:
    """The headings of the body."""
    return tuple(block.text for block in document.body if block.kind == Kind.HEADING)


def blockers_of(
    written: Written,
    *,
    problems: Iterable[Problem],
    identities: Iterable[Checked],
    result: Audit,
    typed: Iterable[Mention],
) -> tuple[Blocker, ...]:
    """Figures that cannot be shown, identities that fail, typed numbers, findings, in turn."""
    found = [Blocker("", p.key, p.zh, p.en, written.part_with(p.key)) for p in problems]
    found += [
        Blocker("", i.key, f"勾稽关系不符：{i.zh}（{i.arithmetic}）", f"{i.en}: {i.arithmetic}")
        for i in identities
        if i.holds is False
    ]
    found += [_typed(m, written) for m in typed]
    found += [_found(f, written) for f in result.findings]
    return tuple(found)


def _typed(mention: Mention, written: Written) -> Blocker:
    marked = written.text[mention.start : mention.end]
    return Blocker(
        TYPED,
        marked,
        f"“{marked}”是手工键入的数字，须改为指标或说明理由",
        f"'{marked}' was typed by hand: make it a figure or waive it",
        written.part_at(mention.start),
        marked,
    )


def _found(finding: Finding, written: Written) -> Blocker:
    """The finding under the heading it stands below; one about what is missing has no place."""
    start, end = finding.spans[0] if finding.spans else (0, 0)
    above = [h for h in written.headings if 0 <= written.text.find(f"\n{h}\n") < start]
    named = not above or above[-1] in finding.zh
    where = ("", "") if named else (f"“{above[-1]}”：", f"under '{above[-1]}': ")
    return Blocker(
        finding.code,
        "",
        where[0] + finding.zh.rstrip("。"),
        where[1] + finding.en.rstrip("."),
        written.part_at(start) if finding.spans else "",
        written.text[start:end],
    )
