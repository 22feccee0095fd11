"""A bureau with requests for information, and its annual disclosure report on the way to issue."""

from datetime import date

from tests.reports import desk
from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.issue import issue
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.sign import sign

ANNUAL, SUBMISSIONS = "disclosure_annual", "submissions_annual"
NEW, HANDLED = "disclosure.requests.new", "disclosure.requests.handled"
#: What only the officer can say, without a number.
WORDS = {
    "problems": "公开目录更新不够及时，原因是科室提供信息偏晚。已明确由办公室按月核对。",
    "other": "没有其他需要报告的事项。",
}


def request(bureau: Bureau, number: str, title: str, *, reply: str = "opened") -> Request:
    """A confirmed request of 2024 from a natural person, answered the same month."""
    return bureau.confirmed(
        Request,
        division="office",
        number=number,
        title=title,
        applicant="person",
        means="online",
        received_on=date(2024, 5, 6),
        replied_on=date(2024, 5, 20),
        reply=reply,
    )


def compiled(bureau: Bureau, kind: str = ANNUAL, year: int = desk.YEAR) -> Report:
    """The report of the kind with the officer's words in it."""
    officer = bureau.persons["legal_officer"]
    to = "澜川市人民政府办公室"  # the office of the city government
    report = compile_report(bureau.agency, year, by=officer, addressees=to, kind=kind)
    for part, text in WORDS.items():
        if part in report.parts:
            edit_part(report, part, text, by=officer)
    return report


def issued(bureau: Bureau, kind: str = ANNUAL, *, number: str = "") -> Edition:
    """Brought all the way, in January."""
    officer, office = bureau.persons["legal_officer"], bureau.persons["office"]
    report = compiled(bureau, kind)
    discuss(report, on=date(2025, 1, 10), minutes=desk.scan(), by=officer)
    sign(report, by=bureau.persons["principal"], on=date(2025, 1, 13))
    return issue(report, number=number, on=date(2025, 1, 15), by=office)
