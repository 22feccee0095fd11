"""Findings that something required is not in the document."""

from typing import Final

from zhunsheng.audit.check import Outcome
from zhunsheng.audit.model import Finding, Severity

#: The words a report opens with that owes the five statutory items: 法治政府建设.
ANNUAL_REPORT: Final = ("法治政府建设",)
#: What the product prints where no register feeds a part: it has no record behind it yet.
UNFED: Final = "【本部分尚无登记支撑】"


def lacking(code: str, zh: str, en: str, *, at: tuple[int, int] = (0, 0)) -> Outcome:
    """One finding; `at` is where it would have stood, nowhere by default."""
    spans = (at,) if at != (0, 0) else ()
    return Outcome(findings=(Finding(code, "contents", Severity.ERROR, zh, en, spans),))
