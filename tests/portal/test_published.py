"""The public reads what was published, whole and unchanged, and nothing else."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

from django.test import Client
from django.urls import reverse

from tests.reports.desk import NUMBER
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.models import Edition

Show = Callable[[], Edition]


def pages(edition: Edition) -> list[str]:
    """The edition's page, a figure of it, its files."""
    return [
        reverse("portal:report", args=[edition.pk]),
        reverse("portal:figure", args=[edition.pk, "oversight.remarks"]),
        *(reverse("portal:file", args=[edition.pk, form]) for form in ("pdf", "docx", "json")),
    ]


def test_what_was_issued_but_not_published_is_nowhere(edition: Edition) -> None:
    reader = Client()
    assert edition.title not in reader.get("/").text
    assert {reader.get(address).status_code for address in pages(edition)} == {404}


def test_the_list_gives_number_and_days_and_leads_to_the_report(show: Show) -> None:
    edition, shown = show(), Client().get("/").text
    assert edition.title in shown
    assert NUMBER in shown
    assert edition.issued_on.isoformat() in shown
    assert all(address in shown for address in pages(edition) if "figures" not in address)


def test_the_report_is_read_without_sign_in_and_each_figure_opens_its_count(show: Show) -> None:
    edition, reader = show(), Client()
    shown = reader.get(pages(edition)[0]).text
    assert pages(edition)[1] in shown
    figure = reader.get(pages(edition)[1]).text
    assert "计算口径" in figure  # how it is counted
    assert "“派驻组意见”台账中已确认的记录" in figure
    assert '<b class="number">2</b>' in figure
    assert "2024" in figure


def test_figures_are_those_of_the_edition_whatever_the_ledgers_say_now(
    bureau: Bureau, show: Show
) -> None:
    edition = show()
    bureau.confirmed(
        TeamRemark,
        division="office",
        title="迟到的意见",
        about="评审",
        made_on=edition.issued_on.replace(year=2024),
    )
    assert '<b class="number">2</b>' in Client().get(pages(edition)[1]).text


def test_rows_behind_a_figure_are_not_shown_to_the_public(show: Show) -> None:
    edition, reader = show(), Client()
    for title in TeamRemark.objects.values_list("title", flat=True):
        assert title not in reader.get(pages(edition)[1]).text


def test_the_files_are_the_issued_ones_byte_for_byte(show: Show) -> None:
    edition, reader = show(), Client()
    kept = {"pdf": edition.pdf, "docx": edition.docx, "json": edition.facts_file}
    for form, file in kept.items():
        answer = reader.get(reverse("portal:file", args=[edition.pk, form]))
        assert answer.content == load(file)
        assert "attachment" in answer.headers["Content-Disposition"]
    facts = json.loads(load(edition.facts_file))
    assert {f["key"] for f in facts["facts"]} >= {"oversight.remarks"}


def test_what_the_edition_does_not_hold_is_not_there(show: Show) -> None:
    edition, reader = show(), Client()
    for address in (
        reverse("portal:figure", args=[edition.pk, "no.such"]),
        reverse("portal:file", args=[edition.pk, "html"]),
        reverse("portal:report", args=[edition.pk + 1]),
    ):
        assert reader.get(address).status_code == 404


def test_the_portal_takes_no_form(show: Show) -> None:
    edition, reader = show(), Client()
    assert {reader.post(address).status_code for address in ["/", *pages(edition)]} == {405}


def test_the_list_asks_the_database_no_more_for_many_reports(
    show: Show, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    show()
    with django_assert_max_num_queries(5):
        Client().get("/")


def test_the_report_in_english_keeps_its_text_and_marks_it_as_chinese(show: Show) -> None:
    edition, reader = show(), Client()
    reader.post(reverse("desk:language"), {"language": "en"})
    shown = reader.get(pages(edition)[0]).text
    assert '<html lang="en">' in shown
    assert '<div class="paper" lang="zh-CN">' in shown
    assert "Underlined figures open how they were counted" in shown
