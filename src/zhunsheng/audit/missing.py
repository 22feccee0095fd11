"""Findings that something required is not in the document."""

from zhunsheng.audit.check import Outcome
from zhunsheng.audit.model import Finding, Severity


def lacking(code: str, zh: str, en: str, *, at: tuple[int, int] = (0, 0)) -> Outcome:
    """One finding; `at` is where it would have stood, nowhere by default."""
    spans = (at,) if at != (0, 0) else ()
    return Outcome(findings=(Finding(code, "contents", Severity.ERROR, zh, en, spans),))
