"""A bureau's small year brought as far along the way to an issued report as a test needs."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.registry import law, registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.issue import issue
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.sign import sign

YEAR = 2024
NUMBER = "澜科〔2025〕6号"
ADDRESSEES = "澜川市人民政府"  # the city government
SCAN = b"%PDF-1.4 scan"
#: The regimes that feed the items in which `OWN_WORDS` are written.
_FEEDERS = ("leadership", "planning")
#: What a bureau without those regimes says in the officer's own words and without a number.
OWN_WORDS = {
    "shortcomings": "基层力量偏弱，原因是人员编制不足。",  # weak at the base, for want of posts
    "principal": "主要负责人切实履行第一责任人职责。",  # the principal did their duty
    "next_year": "继续完善制度，加强培训。",  # rules and training
}


def leave_unfed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a bureau without the regimes that feed shortcomings, principal and next year."""
    law()  # kept whole for the tests that follow, which have those regimes
    for key in _FEEDERS:
        monkeypatch.delitem(registry().folders, key, raising=False)


def remark(bureau: Bureau, title: str, **values: Any) -> TeamRemark:
    """A confirmed remark of the resident team."""
    given = {"about": "项目评审", "made_on": date(2024, 5, 8)}  # on the review of projects
    return bureau.confirmed(TeamRemark, division="office", title=title, **given | values)


def small_year() -> Bureau:
    """A bureau with two remarks in 2024 and every register closed."""
    bureau = make_bureau()
    remark(bureau, "关于评审回避的意见")  # on recusal
    remark(bureau, "关于经费公示的意见")  # on publishing the money
    bureau.close_all(YEAR)
    return bureau


def scan(name: str = "纪要.pdf") -> File:
    """A stored scan of the minutes."""
    return store(name, SCAN)


def compiled(bureau: Bureau, year: int = YEAR) -> Report:
    return compile_report(
        bureau.agency, year, by=bureau.persons["legal_officer"], addressees=ADDRESSEES
    )


def written(bureau: Bureau) -> Report:
    """A compiled report in which the officer wrote what no regime feeds."""
    report = compiled(bureau)
    for part, text in OWN_WORDS.items():
        edit_part(report, part, text, by=bureau.persons["legal_officer"])
    return report


def discussed(bureau: Bureau, report: Report | None = None) -> Report:
    return discuss(
        report or written(bureau),
        on=date(2025, 2, 14),
        minutes=scan(),
        by=bureau.persons["legal_officer"],
    )


def signed(bureau: Bureau) -> Report:
    return sign(discussed(bureau), by=bureau.persons["principal"], on=date(2025, 2, 18))


def issued(bureau: Bureau) -> Edition:
    return issue(signed(bureau), number=NUMBER, on=date(2025, 2, 20), by=bureau.persons["office"])
