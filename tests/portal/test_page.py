"""The public page tells days, waivers, errata, what was taken out, and rows by a list alone."""

import json
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from zhunsheng.kernel.testing import Bureau
from zhunsheng.portal.errors import PublicFieldsError
from zhunsheng.portal.rows import FILE, allowed
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.facts_csv import COLUMNS
from zhunsheng.reports.life.correct import correct
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.models import Edition
from zhunsheng.reports.package.check import check
from zhunsheng.reports.package.make import package
from zhunsheng.reports.publish import publish
from zhunsheng.reports.redact import Redacted

Show = Callable[[], Edition]
Hide = Callable[[str], None]
REMARKS = "oversight.remarks"


@pytest.fixture
def fields(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    return tmp_path / FILE


def read(edition: Edition, *, key: str = "", form: str = "", language: str = "zh") -> str:
    reader = Client()
    if language == "en":
        reader.post(reverse("desk:language"), {"language": "en"})
    if form:
        address = reverse("portal:file", args=[edition.pk, form])
    elif key:
        address = reverse("portal:figure", args=[edition.pk, key])
    else:
        address = reverse("portal:report", args=[edition.pk])
    answer = reader.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode("utf-8-sig")


def test_it_says_what_is_proven_and_where_it_will_always_be(show: Show) -> None:
    edition = show()
    page = read(edition)
    assert f"http://testserver/reports/{edition.pk}/" in page
    assert edition.digest in page
    assert "台账本身是否登记完整，不在证明范围之内" in page


def test_days_stand_against_their_limits(bureau: Bureau, show: Show) -> None:
    edition = show()
    assert "未登记送达，已逾期" in read(edition)
    office = bureau.persons["office"]
    deliver(edition, "澜川市人民政府", on=date(2025, 3, 3), by=office)
    page = read(edition)
    assert "2025-02-28" in page
    assert "2025-03-31" in page
    assert "逾期3天" in page
    assert "3 days late" in read(edition, language="en")


def test_errata_stand_above_the_text_and_at_their_figure(bureau: Bureau, show: Show) -> None:
    edition = show()
    correct(
        edition,
        wrong="2条",
        right="3条",
        reason="漏登一条",  # one was not entered
        on=date(2025, 3, 5),
        approved_by=bureau.persons["principal"],
        by=bureau.persons["legal_officer"],
        figure=REMARKS,
    )
    page = read(edition)
    assert "<del>2条</del> → <ins>3条</ins>" in page
    assert page.index("<ins>3条</ins>") < page.index('class="paper"')
    assert "<ins>3条</ins>" in read(edition, key=REMARKS)


def test_no_field_of_a_row_is_public_unless_listed(show: Show, fields: Path) -> None:
    edition = show()
    titles = list(TeamRemark.objects.values_list("title", flat=True))
    assert not any(title in read(edition, key=REMARKS) for title in titles)
    fields.write_text('[fields]\n"oversight.teamremark" = ["title"]\n', encoding="utf-8")
    page = read(edition, key=REMARKS)
    assert all(title in page for title in titles)
    assert "2024-05-08" not in page  # made_on is not listed


def test_rows_are_those_cited_in_the_version_cited(
    bureau: Bureau, show: Show, fields: Path
) -> None:
    edition = show()
    fields.write_text('[fields]\n"oversight.teamremark" = ["title"]\n', encoding="utf-8")
    late = "后来的意见"  # one that came later
    about = {"about": "评审", "made_on": date(2024, 6, 1)}
    bureau.confirmed(TeamRemark, division="office", title=late, **about)
    assert late not in read(edition, key=REMARKS)


@pytest.mark.parametrize(
    "line",
    [
        '"oversight.teamremark" = ["recorded_by"]',
        '"oversight.teamremark" = ["division"]',
        '"oversight.teamremark" = ["fame"]',
        '"no.such" = ["title"]',
        '"oversight.teamremark" = [',
    ],
)
def test_a_list_that_is_wrong_or_names_people_shows_nothing(
    db: None, fields: Path, line: str
) -> None:
    fields.write_text(f"[fields]\n{line}\n", encoding="utf-8")
    with pytest.raises(PublicFieldsError):
        allowed()


def test_a_wrong_list_takes_no_page_away(show: Show, fields: Path) -> None:
    edition = show()
    fields.write_text("[fields", encoding="utf-8")
    assert "具体记录不公开" in read(edition, key=REMARKS)


def test_what_was_taken_out_is_listed_with_its_ground_and_found_nowhere(
    bureau: Bureau, edition: Edition
) -> None:
    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    taken = [Redacted("工作秘密", figure=REMARKS)]  # a work secret
    publish(edition, by=office, reviewed_by=legal, note="已隐去", redactions=taken)
    page = read(edition)
    assert "公开前隐去的内容" in page
    assert '指标 <b>派驻组提出意见</b>：<span lang="zh-CN">工作秘密</span>' in page
    figure = read(edition, key=REMARKS)
    assert "该项指标不公开" in figure
    assert '<b class="number">2</b>' not in figure
    facts = {f["key"]: f for f in json.loads(read(edition, form="json"))["facts"]}
    assert (facts[REMARKS]["value"], facts[REMARKS]["status"]) == (None, "redacted")
    assert f"{REMARKS},,条,redacted" in read(edition, form="csv")


def test_the_table_of_figures_and_the_package_are_offered(bureau: Bureau, show: Show) -> None:
    edition = show()
    package(edition, by=bureau.persons["office"])
    assert read(edition, form="csv").splitlines()[0] == ",".join(COLUMNS)
    address = reverse("portal:file", args=[edition.pk, "zip"])
    assert address in read(edition)
    assert check(Client().get(address).content).holds


def test_every_figure_page_opens_in_both_languages(show: Show) -> None:
    edition = show()
    for fact in json.loads(edition.facts)["facts"][::25]:
        for language in ("zh", "en"):
            assert fact["key"] in read(edition, key=fact["key"], language=language)


def test_the_xbrl_offered_is_that_of_what_is_shown_and_no_more(
    bureau: Bureau, edition: Edition
) -> None:
    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    taken = [Redacted("工作秘密", figure=REMARKS)]  # a work secret
    publish(edition, by=office, reviewed_by=legal, note="已隐去", redactions=taken)
    address = reverse("portal:file", args=[edition.pk, "xbrl"])
    assert address in read(edition)
    answer = Client().get(address)
    assert ".xbrl.zip" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(BytesIO(answer.content)) as packed:
        facts = json.loads(packed.read("facts.xbrl.json"))["facts"]
        page = packed.read("report.xhtml").decode()
        sums = packed.read("sums.xml").decode()
    assert "oversight.answered" in facts
    assert REMARKS not in facts
    assert f'name="zs:{REMARKS}"' not in page
    assert f'#zs_{REMARKS}"' not in sums
