"""A change of the audit shows itself: every finding of the documents kept here stays as it is."""

from tests.audit.golden import FILE, written


def test_what_is_told_of_the_documents_kept_here_has_not_changed() -> None:
    told = FILE.read_text(encoding="utf-8")
    assert written() == told, "if it should differ: python -m tests.audit.golden"
