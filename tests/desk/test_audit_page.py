"""Auditing any document from the desk: in a process apart, nothing stored, files to take away."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.people import People
from zhunsheng.kernel.record.models import Item

PAGE = reverse("desk:audits")
TEXT = "关于2024年工作情况的报告\n全年共办理建议提案26件，其中主办8件，协办17件。\n".encode()


def sent(people: People, data: bytes, name: str = "报告.txt", who: str = "office") -> Any:
    document = SimpleUploadedFile(name, data)
    return people.at(who).post(PAGE, {"document": document}, follow=True)


def test_a_contradiction_is_shown_with_its_words(people: People) -> None:
    answer = sent(people, TEXT)
    codes = {f["code"] for f in answer.context["findings"]}
    assert "REL001" in codes
    assert "<mark>26件</mark>" in answer.text
    assert not Item.objects.exists()


def test_a_whole_report_shows_its_law_and_what_nothing_checks(people: People) -> None:
    report = (
        "澜川市科学技术局关于2024年法治政府建设情况的报告\n"
        "一、主要举措和成效\n全年开展普法活动22场，组织培训5次。\n"
        "二、存在的不足\n基层力量偏弱。\n三、2025年度安排\n继续完善制度。\n"
    )
    answer = sent(people, report.encode())
    assert answer.status_code == 200
    assert {"LAW102", "LAW103"} <= {f["code"] for f in answer.context["findings"]}
    assert all(f["law"] for f in answer.context["findings"])
    assert answer.context["unchecked"] == ["22场", "5次"]


def test_it_is_taken_away_as_a_page_and_as_a_word_file(people: People) -> None:
    key = sent(people, TEXT).context["pending"].key
    office = people.at("office")
    page: Any = office.get(reverse("desk:audited-file", args=[key, "html"]))
    assert "26件" in b"".join(page.streaming_content).decode()
    word: Any = office.get(reverse("desk:audited-file", args=[key, "docx"]))
    package = zipfile.ZipFile(io.BytesIO(b"".join(word.streaming_content)))
    assert "word/comments.xml" in package.namelist()
    assert office.get(reverse("desk:audited-file", args=[key, "exe"])).status_code == 404


def test_it_is_read_with_its_findings_and_nothing_of_it_is_run(people: People) -> None:
    hostile = TEXT + b"<script>alert(1)</script><img src=http://example.com/x>\n"
    key = sent(people, hostile).context["pending"].key
    page = people.at("office").get(reverse("desk:audited-text", args=[key]))
    assert '<mark class="error">26件</mark>' in page.text
    assert "<script" not in page.text and "<img" not in page.text
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'")


def test_what_was_not_read_is_said(people: People) -> None:
    answer = sent(
        people, "<html><p>全年收到建议5件。</p><img src='scan.png'></html>".encode(), "报告.html"
    )
    (unread,) = answer.context["unread"]
    assert unread in answer.text
    page = people.at("office").get(
        reverse("desk:audited-text", args=[answer.context["pending"].key])
    )
    assert "未读取的内容" in page.text


def test_it_is_the_senders_alone(people: People) -> None:
    key = sent(people, TEXT).context["pending"].key
    other = people.at("legal_officer")
    assert other.get(reverse("desk:audit", args=[key])).status_code == 404
    assert other.get(reverse("desk:audited-file", args=[key, "html"])).status_code == 404
    assert other.get(reverse("desk:audited-text", args=[key])).status_code == 404


@pytest.mark.parametrize(
    ("name", "data"),
    [("空.docx", b""), ("损坏.docx", b"PK\x03\x04 broken"), ("图片.pdf", b"\x89PNG\r\n\x1a\n0000")],
)
def test_what_cannot_be_read_is_refused_by_name(people: People, name: str, data: bytes) -> None:
    answer = sent(people, data, name)
    assert name in answer.text
    assert "said error" in answer.text


def test_without_a_document_the_page_asks_for_one(people: People) -> None:
    assert "请选择文件" in people.at("office").post(PAGE, {}, follow=True).text
