"""Editing a part: the officer's words, figures staying tokens."""

import json

from zhunsheng.kernel.digest import canonical
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Report, Stage
from zhunsheng.reports.state import BACK_TO_DRAFTING, require


def edit_part(report: Report, key: str, text: str, *, by: Person) -> Report:
    """The report with the part's new text. A discussed report goes back to drafting."""
    with refusing(report.agency, "edit", by=by):
        require(
            report,
            Stage.DRAFTING,
            Stage.DISCUSSED,
            by=by,
            role=Role.LEGAL_OFFICER,
            doing=("修改报告", "edit the report"),
        )
        parts = json.loads(report.parts)
        if key not in parts:
            raise ReportError(f"报告没有“{key}”这一部分。", f"the report has no part {key!r}.")
        parts[key] = plain_lines(text)
        with acting(report.agency, "edit", by=by) as act:
            act.details = {"part": key}
            act.change(report, parts=canonical(parts), **BACK_TO_DRAFTING)
    return report


def plain_lines(text: str) -> str:
    """The text as a part keeps it: a paragraph a line, none of them empty."""
    lines = (line.strip() for line in text.replace("\r", "").split("\n"))
    return "\n".join(line for line in lines if line)
