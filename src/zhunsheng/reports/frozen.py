"""An official document as plain values and back: how an edition keeps it."""

from collections.abc import Mapping
from dataclasses import astuple, fields
from datetime import date
from typing import Any

from zhunsheng.gongwen.model import Annex, Block, Form, Joined, Kind, OfficialDocument, Run

_DATES = ("date", "printed_on")
_TEXTS = ("signers", "attachments", "copies", "joint_marks", "joint_signatures")


def document_to_json(document: OfficialDocument) -> dict[str, object]:
    """The document as plain values, every element of it."""
    kept: dict[str, object] = {f.name: getattr(document, f.name) for f in fields(document)}
    for name in _DATES:
        day = kept[name]
        kept[name] = day.isoformat() if isinstance(day, date) else None
    for name in _TEXTS:
        kept[name] = list(getattr(document, name))
    kept["body"] = [_block(block) for block in document.body]
    kept["annexes"] = [
        {"title": annex.title, "body": [_block(block) for block in annex.body]}
        for annex in document.annexes
    ]
    return kept


def document_from_json(data: Mapping[str, Any]) -> OfficialDocument:
    """The document as it was frozen."""
    # What an edition frozen before an element was known does not hold has its usual value.
    read = {f.name: data[f.name] for f in fields(OfficialDocument) if f.name in data}
    for name in _DATES:
        read[name] = date.fromisoformat(data[name]) if data[name] else None
    for name in _TEXTS:
        read[name] = tuple(data.get(name, ()))
    read["form"] = Form(data.get("form", Form.DOCUMENT))
    read["body"] = tuple(_read(block) for block in data["body"])
    read["annexes"] = tuple(
        Annex(annex["title"], tuple(_read(block) for block in annex["body"]))
        for annex in data["annexes"]
    )
    return OfficialDocument(**read)


def _block(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind.value,
        "runs": [[run.text, run.ref, run.kind] for run in block.runs],
        "level": block.level,
        "rows": [list(row) for row in block.rows],
        "lead": block.lead,
        # Only where there are any: the digests of documents frozen before this was told hold.
        **({"joined": [astuple(each) for each in block.joined]} if block.joined else {}),
    }


def _read(data: Mapping[str, Any]) -> Block:
    return Block(
        Kind(data["kind"]),
        tuple(Run(text, ref, kind) for text, ref, kind in data["runs"]),
        level=data["level"],
        rows=tuple(tuple(row) for row in data["rows"]),
        lead=data["lead"],
        joined=tuple(Joined(*each) for each in data.get("joined", ())),
    )
