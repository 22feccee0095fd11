"""The model bureau's people run their year in one ledger, each at a window of their own."""

import pytest

from tests.browser.report_scenes import (
    collect_parts,
    compile_report,
    issue_publish_and_withdraw,
    sign_in_person,
    sign_on_paper,
)
from tests.browser.scenes import (
    YEAR,
    People,
    close_a_hazard,
    decide_a_matter,
    hear_the_team,
    let_the_public_ask,
    make_a_norm,
    publish_an_item,
)
from zhunsheng.cli.commands.demo import load_year
from zhunsheng.kernel.org.models import Agency


@pytest.fixture
def year(people: People) -> People:
    """The model year's records, imported and confirmed; no report yet."""
    people("顾闻")
    load_year(YEAR, Agency.objects.get())
    return people


def test_thirteen_people_run_a_year_from_the_first_record_to_a_report_published_and_withdrawn(
    year: People,
) -> None:
    make_a_norm(year)
    matter, meeting = decide_a_matter(year)
    publish_an_item(year)
    close_a_hazard(year)
    hear_the_team(year, matter, meeting)
    let_the_public_ask(year)
    officer = year("顾闻")
    sign_on_paper(compile_report(officer, "政府信息公开工作年度报告"), year)
    report = compile_report(officer, "法治政府建设年度报告")
    collect_parts(report, year)
    sign_in_person(report, year)
    issue_publish_and_withdraw(report, year)
