"""Format lint: what in a file departs from GB/T 9704—2012, where, and by which clause."""

from __future__ import annotations

from zhunsheng.gongwen.errors import ReadError
from zhunsheng.gongwen.lint.fault import Fault, Rule, rules
from zhunsheng.gongwen.lint.judged import Judged, Unjudged
from zhunsheng.gongwen.model import Reading
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.read.sniff import Format, sniff

__all__ = ["Fault", "Judged", "Rule", "Unjudged", "is_set", "judge", "lint", "rules"]


def lint(data: bytes, source: str = "") -> Judged:
    """What a .docx or .pdf breaks of the standard, and what of it could not be judged.

    Of Word its formatting is judged, of PDF its pages are measured. A font that the file does not
    name is not judged. Errors: ReadError `not_set`, and whatever `read` refuses.
    """
    if not is_set(data, source):
        raise ReadError(
            "not_set",
            zh=f"《{source}》不是 .docx 或 .pdf 文件，页边距、字体和字号无从检查。"
            "请提供 .docx 或 .pdf 格式的文稿。",
            en=f"{source} is neither .docx nor .pdf: margins, fonts and sizes cannot be checked. "
            "Supply the document as .docx or .pdf.",
            source=source,
        )
    return judge(read(source, data), data)


def is_set(data: bytes, source: str) -> bool:
    """Whether the file is one that tells how it is set in type."""
    return sniff(source, data) in (Format.DOCX, Format.PDF)


def judge(reading: Reading, data: bytes) -> Judged:
    """The same of a .docx or .pdf that has been read."""
    # Imported when met: the one needs python's XML library, the other the PDF library.
    if sniff(reading.source, data) is Format.PDF:
        from zhunsheng.gongwen.lint import printed

        return printed.judged(reading, data)
    from zhunsheng.gongwen.lint import word

    return word.judged(reading, data)
