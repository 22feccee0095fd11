"""The summaries that come of the same facts: on study, on outreach, the principal's account."""

from datetime import date

import pytest

from tests.examples import model_year
from tests.reports import kinds
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.testing import Obligation, make_bureau
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.models import Report
from zhunsheng.reports.review import review

pytestmark = pytest.mark.django_db
SUMMARIES = ("study_annual", "outreach_annual", "account_text")


def _compiled(agency: Agency, kind: str, by: Person) -> Report:
    report = compile_report(agency, 2024, by=by, addressees="澜川市人民政府", kind=kind)
    edit_part(report, "problems", kinds.WORDS["problems"], by=by)
    return report


def test_the_model_year_tells_each_summary_and_nothing_stands_against_it() -> None:
    agency = model_year.load_all()
    officer = Person.objects.get(username="guwen")
    told = {kind: review(_compiled(agency, kind, officer)) for kind in SUMMARIES}
    assert {kind: [(b.zh, b.quote) for b in now.blockers] for kind, now in told.items()} == {
        kind: [] for kind in SUMMARIES
    }
    study = told["study_annual"].text
    assert "第一季度1次、第二季度1次、第三季度1次、第四季度1次" in study
    assert "列入学习计划8项，年内学习7项，年内学习率87.5%，尚未学习1项" in study
    outreach = told["outreach_annual"].text
    assert "开展普法活动22场" in outreach
    assert "走访企业97家" in outreach
    account = told["account_text"].text
    assert "对重要工作亲自部署" in account
    assert "听取上半年法治政府建设情况汇报" in account


def test_a_year_without_records_says_so_and_claims_nothing() -> None:
    bureau = make_bureau()
    bureau.close_all(2024)
    officer = bureau.persons["legal_officer"]
    texts = {kind: review(_compiled(bureau.agency, kind, officer)).text for kind in SUMMARIES}
    assert "2024年没有开展学法活动。" in texts["study_annual"]
    assert "2024年没有印发普法责任清单。" in texts["outreach_annual"]
    assert "2024年台账中没有履行第一责任人职责的记录。" in texts["account_text"]
    assert not any("均" in text.replace("平均", "") for text in texts.values())


def test_a_summary_goes_to_whom_it_is_addressed_and_is_not_owed_to_the_public() -> None:
    bureau = make_bureau()
    bureau.close_all(2024)
    kinds.issued(bureau, "study_annual", number="澜科〔2025〕2号")
    due = deadlines(2024, "study_annual")
    assert (due.submit.limit.isoformat(), due.publish) == ("2025-01-31", None)
    owed = Obligation.objects.filter(agency=bureau.agency, duty__startswith="report.")
    assert [(o.duty, o.due_on) for o in owed] == [("report.submit.study_annual", date(2025, 1, 31))]
