"""An official document as plain values and back: how an edition keeps it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run


def document_to_json(document: OfficialDocument) -> dict[str, object]:
    """The document as plain values."""
    return {
        "organ_mark": document.organ_mark,
        "number": document.number,
        "signers": list(document.signers),
        "title": document.title,
        "addressees": document.addressees,
        "body": [_block(block) for block in document.body],
        "signature": document.signature,
        "date": document.date.isoformat() if document.date else None,
        "copies": list(document.copies),
        "printed_by": document.printed_by,
        "printed_on": document.printed_on.isoformat() if document.printed_on else None,
        "mark": document.mark,
    }


def document_from_json(data: Mapping[str, Any]) -> OfficialDocument:
    """The document as it was frozen."""
    return OfficialDocument(
        organ_mark=data["organ_mark"],
        number=data["number"],
        signers=tuple(data["signers"]),
        title=data["title"],
        addressees=data["addressees"],
        body=tuple(_read(block) for block in data["body"]),
        signature=data["signature"],
        date=_date(data["date"]),
        copies=tuple(data["copies"]),
        printed_by=data["printed_by"],
        printed_on=_date(data["printed_on"]),
        mark=data["mark"],
    )


def _block(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind.value,
        "runs": [[run.text, run.ref, run.kind] for run in block.runs],
        "level": block.level,
        "lead": block.lead,
    }


def _read(data: Mapping[str, Any]) -> Block:
    runs = tuple(Run(text, ref, kind) for text, ref, kind in data["runs"])
    return Block(Kind(data["kind"]), runs, level=data["level"], lead=data["lead"])


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
