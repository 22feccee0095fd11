"""The HTML page: text is data, links come from the caller, nothing is asked of another host."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.gongwen.sample import REPORT
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import Block, Kind, Run
from zhunsheng.gongwen.read import read

HOSTILE = '<script>alert(1)</script>&<b> #let x = 1; $a$ *粗* \\ "引"'


def test_a_figure_becomes_a_link_only_through_the_caller() -> None:
    linked = write.html(REPORT, link=lambda run: f"/figures/{run.ref}?a=1&b=2")
    assert '<a href="/figures/disclosure.n512?a=1&amp;b=2" data-ref="disclosure.n512"' in linked
    assert "<a " not in write.html(REPORT)


def test_a_figure_without_an_address_is_shown_without_a_link() -> None:
    page = write.html(REPORT, link=lambda run: None if run.text == "512" else "/f/")
    assert page.count("<a ") == 2 and ">512</span>" in page


def test_text_is_never_markup_in_any_format() -> None:
    body = (Block(Kind.PARAGRAPH, (Run(HOSTILE),)), Block(Kind.TABLE, rows=((HOSTILE, "b"),)))
    document = replace(REPORT, title=HOSTILE, body=body)
    page = write.html(document)
    assert "<script" not in page and "&lt;script&gt;" in page
    for name, data in {"a.html": page.encode(), "a.docx": write.docx(document)}.items():
        assert read(name, data).document.body[0].text == HOSTILE
    printed = read("a.pdf", write.pdf(document))
    # A row that ends at a space ends without it.
    shown = {block.text.replace(" ", "") for block in printed.document.body}
    assert HOSTILE.replace(" ", "") in shown


def test_the_page_asks_nothing_of_another_host_and_runs_nothing() -> None:
    page = write.html(REPORT)
    assert not re.search(r"https?://|@import|url\(|<script|\son\w+=|<link|<img", page)


def test_the_page_can_be_heard() -> None:
    page = write.html(REPORT, lang="en")
    assert '<html lang="zh-CN">' in page and page.count("<h1") == 1
    assert '<main aria-label="Official document">' in page
    assert '<th scope="col">季度</th>' in page


def test_the_fragment_is_the_article_of_the_page() -> None:
    fragment = write.html_fragment(REPORT)
    assert fragment.startswith('<article class="gongwen"') and fragment in write.html(REPORT)


def test_the_fragment_passes_a_strict_content_security_policy() -> None:
    fragment = write.html_fragment(REPORT, link=lambda run: f"/f/{run.ref}")
    assert not re.search(r"<style|<script|<link|\sstyle=|\son\w+=|javascript:", fragment)


def test_the_styles_stand_in_the_page_or_at_an_address() -> None:
    assert f"<style>\n{write.css()}</style>" in write.html(REPORT)
    page = write.html(REPORT, stylesheet="/static/official.css?v=1&w=2")
    assert '<link rel="stylesheet" href="/static/official.css?v=1&amp;w=2">' in page
    assert "<style" not in page


def test_every_style_stays_inside_the_article() -> None:
    rules = re.sub(r"@page \{[^}]*\}|@media [^{]*\{", "", write.css())
    selectors = [part for each in re.findall(r"([^{}]+)\{", rules) for part in each.split(",")]
    assert selectors and all(part.strip().startswith(".gongwen") for part in selectors)


def test_no_style_is_told_twice_and_print_changes_no_place() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"@page \{[^}]*\}", "", write.css()))
    told = [" ".join(" ".join(rule).split()) for rule in rules]
    assert len(told) == len(set(told))
    printed = write.css().partition("@media print")[2]
    assert "text-align" not in printed
    assert ".gongwen .imprint { break-inside: avoid; }" in printed


def test_a_narrow_page_breaks_a_title_after_a_joining_word_only() -> None:
    page = write.html(replace(REPORT, title="澜川市科学技术局关于2024年法治政府建设情况的报告"))
    assert "<span>关于2024年法治政府建设情况的<wbr>报告</span>" in page
    assert read("a.html", page.encode()).document.title == (
        "澜川市科学技术局关于2024年法治政府建设情况的报告"
    )
