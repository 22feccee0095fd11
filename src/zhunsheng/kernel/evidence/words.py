"""The words of evidence kept for the search: read when it is attached, or by the daily job."""

from django.db.models import Exists, OuterRef, QuerySet

from zhunsheng.kernel.evidence.models import EXPORT, Evidence, File, FileText
from zhunsheng.kernel.evidence.store import path_of
from zhunsheng.kernel.evidence.words_apart import Words, words_apart

_CAUSE = 300  # characters of the reason that are kept


def read_words(file: File) -> FileText:
    """The file's words, read once: the same bytes hold the same words."""
    kept = FileText.objects.filter(file=file).first()
    if kept is not None:
        return kept
    path = path_of(file.digest)
    if path.is_file():
        found = words_apart(file.name, path)
    else:
        found = Words("", "文件不在存储中", "the file is missing from the store")
    return FileText.objects.get_or_create(
        file=file,
        defaults={
            "text": found.text,
            "unread_zh": found.zh[:_CAUSE],
            "unread_en": found.en[:_CAUSE],
        },
    )[0]


def waiting_files() -> QuerySet[File]:
    """Files in support of a record whose words were not read yet, the oldest first.

    A whole export is not among them: each of its words would find every one of its rows.
    """
    papers = Evidence.objects.filter(file=OuterRef("pk")).exclude(kind=EXPORT)
    return File.objects.filter(Exists(papers), words__isnull=True).order_by("pk")
