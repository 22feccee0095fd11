"""Arelle, an independent processor, accepts what we write and rejects what was altered."""

import json
from collections.abc import Callable

import pytest

from tests.reports import desk
from tests.reports.xbrl.filings import FILES
from zhunsheng.reports.xbrl import judge as judging
from zhunsheng.reports.xbrl.errors import XbrlError
from zhunsheng.reports.xbrl.files import xbrl_of
from zhunsheng.reports.xbrl.judge import can_judge, judge

needs_arelle = pytest.mark.skipif(
    not can_judge(), reason="Arelle is not installed: it comes with the optional part 'facts'"
)
_SUM = "calc11e:inconsistentCalculationUsingRounding"


def restated(value: str) -> dict[str, bytes]:
    """The JSON with another number of documents in force; the page as it was."""
    data = json.loads(FILES["facts.xbrl.json"])
    data["facts"]["rules.end"]["value"] = value
    return {**FILES, "facts.xbrl.json": json.dumps(data).encode()}


def on_the_page(change: Callable[[bytes], bytes]) -> dict[str, bytes]:
    return {**FILES, "report.xhtml": change(FILES["report.xhtml"])}


@needs_arelle
def test_what_we_write_has_no_fault() -> None:
    assert judge(FILES) == ()


@needs_arelle
def test_a_figure_altered_so_that_an_identity_breaks_is_rejected_by_name() -> None:
    (fault,) = judge(restated("13"))
    assert (fault.document, fault.code) == ("facts.xbrl.json", _SUM)
    assert "年末等于年初加新增减失效（rules.end填报13，计算得12）" in fault.zh
    assert "end = start + made − ended (rules.end: 13 stated, 12 added up)" in fault.en


@needs_arelle
def test_a_figure_altered_everywhere_on_the_page_is_rejected_too() -> None:
    (fault,) = judge(on_the_page(lambda page: page.replace(b">12</ix:", b">13</ix:")))
    assert (fault.document, fault.code) == ("report.xhtml", _SUM)


@needs_arelle
def test_a_figure_the_text_tells_otherwise_than_the_table_is_rejected() -> None:
    faults = judge(on_the_page(lambda page: page.replace(b">12</ix:", b">13</ix:", 1)))
    assert "同一指标前后不一：rules.end有13、12" in [fault.zh for fault in faults]


@needs_arelle
def test_an_element_nobody_declared_is_rejected() -> None:
    faults = judge(on_the_page(lambda page: page.replace(b"zs:rules.made", b"zs:rules.other")))
    assert faults
    assert all(fault.document == "report.xhtml" for fault in faults)


@needs_arelle
@pytest.mark.django_db
def test_an_issued_edition_is_valid_with_every_regime_of_its_bureau() -> None:
    edition = desk.issued(desk.small_year())
    files = xbrl_of(edition)
    assert len(json.loads(files["facts.xbrl.json"])["facts"]) > 100
    assert b"calculationArc" in files["sums.xml"]
    assert judge(files) == ()


@needs_arelle
def test_a_document_that_cannot_be_read_is_not_passed_over() -> None:
    assert judge(on_the_page(lambda page: page[: len(page) // 2]))


def test_without_the_extra_it_is_said_that_nothing_was_validated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judging, "can_judge", lambda: False)
    with pytest.raises(XbrlError) as refusal:
        judge(FILES)
    assert "未作校验" in refusal.value.zh  # not validated
