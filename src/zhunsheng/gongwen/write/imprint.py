"""The rows of the imprint 版记: main recipients that found no room above, copies, printing."""

from __future__ import annotations

from dataclasses import dataclass

from zhunsheng.gongwen.model import Kind, OfficialDocument
from zhunsheng.gongwen.write import elements


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label (抄送：), what follows it, what stands at its right; `ruled` above."""

    kind: Kind
    text: str
    label: str = ""
    right: str = ""
    ruled: bool = True


def rows(doc: OfficialDocument) -> tuple[Row, ...]:
    """The rows in order (7.4.2, 7.4.3); none if the document names neither copies nor printing.

    A letter's stand without lines between them (10.1).
    """
    found = []
    if elements.addressees_in_imprint(doc):
        found.append(Row(Kind.ADDRESSEE, f"{elements.clean(doc.addressees)}。", "主送："))
    if doc.copies:
        label, text = "抄送：", elements.copies_line(doc)
        # No line parts the main recipients from the copies.
        found.append(Row(Kind.COPIES, text.removeprefix(label), label, ruled=not found))
    office, printed = elements.clean(doc.printed_by), elements.printed_line(doc)
    if office or printed:
        found.append(Row(Kind.PRINTED, office, right=printed))
    return tuple(found)
