"""`demo`: the act that its year refuses, so that a refusal with its reasons is in the trail."""

from datetime import date

from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.org.models import Person
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Report
from zhunsheng.reports.sign import sign

_DAY_BEFORE = date(2025, 2, 13)


def refuse_signature(report: Report, *, by: Person) -> None:
    """The principal may not sign what the party group has not discussed.

    Errors: RuntimeError: it was signed.
    """
    try:
        sign(report, by=by, on=_DAY_BEFORE)
    except ReportError as refusal:
        say(f"讨论前签发被拒：{refusal.zh}", f"signing before the discussion: {refusal.en}")
        return
    raise RuntimeError("未经讨论的报告被签发 / a report was signed undiscussed")
