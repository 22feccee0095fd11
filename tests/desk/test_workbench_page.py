"""The report's workbench: findings beside the part, comments, changes, tokens, last year's text."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from tests.desk.test_report_page import act, paper
from tests.reports.desk import OWN_WORDS, issued, small_year, written
from zhunsheng.kernel import clock
from zhunsheng.reports.models import PartComment, Report

PART = "shortcomings"


@pytest.fixture
def writers(db: None) -> People:
    return People(small_year())


def page(report: Report, name: str = "report") -> str:
    return reverse(f"desk:{name}", args=[report.pk])


def live(browser: Client, report: Report, **texts: str) -> dict[str, object]:
    sent = {f"text:{part}": text for part, text in texts.items()}
    answer: dict[str, object] = browser.post(page(report, "report-live"), sent).json()
    return answer


def test_what_is_typed_is_audited_part_by_part_and_stored_nowhere(writers: People) -> None:
    report, officer = written(writers.bureau), writers.at("legal_officer")
    before, already = report.parts, live(officer, report)["count"]
    answer = live(officer, report, **{PART: "基层力量偏弱，缺编12名。"})
    margins = answer["margins"]
    assert isinstance(margins, dict)
    assert "“12名”是手工键入的数字" in margins[PART]
    assert "12名" not in "".join(shown for part, shown in margins.items() if part != PART)
    assert "缺编12名" in str(answer["paper"])
    assert int(str(answer["count"])) > int(str(already))
    report.refresh_from_db()
    assert report.parts == before


def test_only_who_writes_the_report_has_it_audited_as_it_is_typed(writers: People) -> None:
    report = written(writers.bureau)
    assert writers.at("principal").post(page(report, "report-live")).status_code == 403


def test_every_box_that_changed_is_saved_by_one_button(writers: People) -> None:
    report, officer = written(writers.bureau), writers.at("legal_officer")
    before = report.version
    texts = {f"text:{PART}": "力量不足。", "text:next_year": "加强力量。"}
    unchanged = {"text:principal": OWN_WORDS["principal"]}
    shown = act(officer, report, "edit", **texts, **unchanged)
    assert "已保存并重新审核" in shown.text
    report.refresh_from_db()
    assert "力量不足。" in report.parts and "加强力量。" in report.parts
    assert report.version == before + 2  # one version for each part that changed


def test_a_comment_stands_beside_its_part_until_it_is_settled(writers: People) -> None:
    report = written(writers.bureau)
    said = {"part": PART, "text": "请补充原因分析。", "at": PART}
    shown = act(writers.at("principal"), report, "comment", **said)
    assert shown.redirect_chain[-1][0].endswith(f"#part-{PART}")
    officer = writers.at("legal_officer")
    assert "请补充原因分析。" in officer.get(page(report)).text
    assert "1条批注" in officer.get(page(report)).text
    first = str(PartComment.objects.get().pk)
    shown = act(officer, report, "settle", parent=first)
    assert "已办结" in shown.text and "1条批注" not in shown.text


def test_who_changed_what_shows_the_words_that_went_and_came(writers: People) -> None:
    report, officer = written(writers.bureau), writers.at("legal_officer")
    act(officer, report, "edit", part=PART, text="基层力量仍然偏弱。")
    shown = officer.get(page(report, "report-changes"), {"part": PART}).text
    assert "<ins>仍然</ins>" in shown
    assert writers.bureau.persons["legal_officer"].name in shown


def test_an_act_entered_later_bears_its_own_day_and_the_day_it_was_entered(
    writers: People,
) -> None:
    report, officer = written(writers.bureau), writers.at("legal_officer")
    assert "登记于" not in officer.get(page(report, "report-changes")).text  # recorded on
    act(officer, report, "discuss", on="2025-01-14", paper=paper())
    shown = officer.get(page(report, "report-changes")).text
    assert f"2025-01-14 · 登记于 {clock.today()}" in shown


def test_figures_are_found_by_name_with_the_token_to_insert(writers: People) -> None:
    report, officer = written(writers.bureau), writers.at("legal_officer")
    shown = officer.get(page(report, "report-figures"), {"q": "派驻组 意见"}).text
    assert "{oversight.remarks}" in shown
    assert "{disclosure.postings}" not in shown


def test_a_pasted_text_of_last_year_is_laid_beside_and_not_kept(writers: People) -> None:
    report, officer = written(writers.bureau), writers.at("legal_officer")
    earlier = page(report, "report-earlier")
    assert "系统中没有上年报告" in officer.get(earlier).text
    before = "二、存在的不足和原因\n基层力量偏弱，原因是经费不足。\n"
    shown = officer.post(earlier, {"text": before}).text
    assert "经费" in shown and "<ins>" in shown
    assert "系统中没有上年报告" in officer.get(earlier).text


def test_an_issued_report_has_no_boxes_and_no_comments(writers: People) -> None:
    edition = issued(writers.bureau)
    shown = writers.at("legal_officer").get(reverse("desk:report", args=[edition.report_id])).text
    assert "<textarea" not in shown.split("勘误")[0]
    assert "report-act" not in shown and 'name="text:' not in shown
