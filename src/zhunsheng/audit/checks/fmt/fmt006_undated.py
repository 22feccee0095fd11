"""FMT006: a document as issued bears no date of its own."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "正文之后没有成文日期；印发日期不能代替成文日期（GB/T 9704—2012第7.3.5条）"
_EN = "no date of the document stands after its text; the printing date is another (7.3.5)"
_SIGNED_ZH = (
    "正文之后没有发文机关署名和成文日期；印发日期不能代替成文日期（GB/T 9704—2012第7.3.5条）"
)
_SIGNED_EN = (
    "neither the organ's name nor a date stands after the text; the day of printing is another"
)


def _run(passage: Passage) -> Outcome:
    number = of_kind(passage, Kind.NUMBER)
    # Without the imprint the text may be cut off before its end.
    if not number or not of_kind(passage, Kind.PRINTED) or of_kind(passage, Kind.DATE):
        return Outcome()
    # Minutes 纪要 tell the day of the meeting; nothing asks them for a date after the text (10.3).
    if any(mark.text.endswith("纪要") for mark in of_kind(passage, Kind.ORGAN_MARK)):
        return Outcome()
    signed = bool(of_kind(passage, Kind.SIGNATURE))
    zh, en = (_ZH, _EN) if signed else (_SIGNED_ZH, _SIGNED_EN)
    return Outcome((found("FMT006", zh, en, of_kind(passage, Kind.PRINTED)[-1].span),))


_HEAD = "澜科〔2025〕6号\n澜川市科学技术局关于2024年工作情况的报告\n市政府：\n现报告如下。\n"
CHECK = Check(
    code="FMT006",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("印发",),
    good=(
        f"{_HEAD}澜川市科学技术局\n2025年2月20日\n澜川市科学技术局办公室\n2025年2月20日印发",
        f"{_HEAD}全年培训9次。",
    ),
    bad=(f"{_HEAD}澜川市科学技术局办公室\n2025年2月20日印发",),
)
