"""What the forms of clause 10 have no place for is refused: it would be lost without a word."""

from __future__ import annotations

from typing import Final

from zhunsheng.gongwen.errors import WriteError
from zhunsheng.gongwen.model import Form, OfficialDocument

_NAMES: Final = {
    Form.DOCUMENT: ("文件格式", "the form of a document"),
    Form.LETTER: ("信函格式", "the form of a letter"),
    Form.ORDER: ("命令（令）格式", "the form of an order"),
    Form.MINUTES: ("纪要格式", "the form of minutes"),
}
_ELEMENTS: Final = {
    "title": ("标题", "title"),
    "addressees": ("主送机关", "addressees"),
    "signers": ("签发人", "signer"),
    "joint_marks": ("联署的发文机关标志", "mark of a second organ"),
    "signature": ("发文机关署名", "signature"),
    "joint_signatures": ("联署机关的署名", "signature of a second organ"),
    "printed_by": ("印发机关", "printing office"),
    "printed_on": ("印发日期", "date of printing"),
    "signer_post": ("签发人职务", "post of the signer"),
    "present": ("出席人员", "list of those present"),
    "excused": ("请假人员", "list of those excused"),
    "observers": ("列席人员", "list of observers"),
}
_MEETING: Final = ("present", "excused", "observers")
_NO_PLACE: Final = {
    Form.DOCUMENT: ("signer_post", *_MEETING),
    # 10.1: the mark is the host's, the imprint has neither office nor date of printing.
    Form.LETTER: ("signers", "joint_marks", "printed_by", "printed_on", "signer_post", *_MEETING),
    # 10.2: the text follows the number; 7.3.5.3: the signer's post and name close it.
    Form.ORDER: (
        *("title", "addressees", "joint_marks", "signature", "joint_signatures"),
        *_MEETING,
    ),
    Form.MINUTES: ("joint_marks", "signer_post"),
}
_CLAUSES: Final = {
    Form.DOCUMENT: "7",
    Form.LETTER: "10.1",
    Form.ORDER: "10.2",
    Form.MINUTES: "10.3",
}


def refuse_form(doc: OfficialDocument) -> None:
    """Nothing, if the document's form has a place for all it holds.

    Errors: WriteError `not_in_this_form`, `missing_in_this_form`, `no_room_above_the_mark`.
    """
    _refuse_marks_above(doc)
    zh, en = _NAMES[doc.form]
    clause = _CLAUSES[doc.form]
    for name in _NO_PLACE[doc.form]:
        if getattr(doc, name):
            one_zh, one_en = _ELEMENTS[name]
            raise WriteError(
                "not_in_this_form",
                zh=f"{zh}不编排{one_zh}（GB/T 9704—2012 第{clause}条）。"
                "请删去后重试，或改用其他格式。",
                en=f"{en} has no {one_en} (GB/T 9704—2012, {clause}). Delete it, or choose another "
                "form.",
            )
    for name, (one_zh, one_en) in _missing(doc):
        raise WriteError(
            "missing_in_this_form",
            zh=f"{zh}应当有{one_zh}（GB/T 9704—2012 第{clause}条），本文没有。请补充后重试。",
            en=f"{en} has a {one_en} (GB/T 9704—2012, {clause}); here it is missing ({name}). Add "
            "it and retry.",
        )


def _refuse_marks_above(doc: OfficialDocument) -> None:
    """An order's mark stands 20 mm below the type area's edge: one row fits above it."""
    above = sum(map(bool, (doc.copy_number, doc.secrecy, doc.urgency)))
    if doc.form is Form.ORDER and above > 1:
        raise WriteError(
            "no_room_above_the_mark",
            zh=f"命令（令）的发文机关标志距版心上边缘20毫米，排不下{above}行份号、密级、紧急程度"
            "（GB/T 9704—2012 第10.2条）。请至多保留一项，或改用文件格式。",
            en=f"the mark of an order stands 20 mm below the type area's edge: {above} rows of "
            "copy number, secrecy and urgency do not fit above it (GB/T 9704—2012, 10.2). Keep "
            "one at most, or use the form of a document.",
        )


def _missing(doc: OfficialDocument) -> list[tuple[str, tuple[str, str]]]:
    """What the form cannot be known without."""
    missing = []
    if doc.form is not Form.DOCUMENT and not doc.organ_mark:
        missing.append(("organ_mark", ("发文机关标志", "mark of the organ")))
    if doc.form is Form.ORDER and len(doc.signers) != 1:
        missing.append(("signers", ("一名签发人", "signer, and one only")))
    if doc.form is Form.ORDER and not doc.signer_post:
        missing.append(("signer_post", _ELEMENTS["signer_post"]))
    if doc.joint_marks and not doc.organ_mark:
        missing.append(("organ_mark", ("主办机关的发文机关标志", "mark of the host")))
    if doc.joint_signatures and not doc.signature:
        missing.append(("signature", ("主办机关署名", "signature of the host")))
    return missing
