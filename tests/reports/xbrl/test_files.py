"""What a filing's files say: figures marked where the text tells them exactly, and nowhere else."""

import json
from typing import Any

from lxml import etree

from tests.reports.xbrl.filings import ELEMENTS, FILES, VALUES
from zhunsheng.reports.xbrl.files import NAMES

_IX = "{http://www.xbrl.org/2013/inlineXBRL}nonFraction"
_LABEL = "{http://www.xbrl.org/2003/linkbase}label"


def page() -> etree._Element:
    return etree.fromstring(FILES["report.xhtml"])


def marked() -> list[tuple[str, str]]:
    return [(e.get("name", ""), e.text or "") for e in page().iter(_IX)]


def facts() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILES["facts.xbrl.json"])["facts"]
    return found


def test_the_folder_holds_every_file_it_names() -> None:
    assert set(FILES) == set(NAMES)


def test_every_figure_with_a_value_is_a_fact_in_both_forms() -> None:
    assert set(facts()) == set(VALUES)
    assert {name.removeprefix("zs:") for name, _ in marked()} == set(VALUES)


def test_a_figure_without_a_value_is_no_fact_and_the_page_says_why() -> None:
    cells = [str(cell.xpath("string()")) for cell in page().iter("{*}td")]
    at = cells.index("rules.unknown")
    assert cells[at - 2] == "未报送"  # not reported


def test_the_text_marks_what_it_tells_exactly() -> None:
    assert marked().count(("zs:rules.end", "12")) == 2  # in the text and in the table
    assert marked().count(("zs:rules.rate", "92.31")) == 2


def test_an_inexact_figure_of_the_text_is_marked_in_the_table_alone() -> None:
    assert [text for name, text in marked() if name == "zs:rules.start"] == ["17"]


def test_a_rate_is_a_fraction_of_one_rounded_and_without_unit() -> None:
    rate = facts()["rules.rate"]
    assert (rate["value"], rate["decimals"]) == ("0.9231", 4)
    assert "unit" not in rate["dimensions"]


def test_money_is_in_yuan_and_everything_else_in_its_own_words() -> None:
    assert facts()["rules.fines"]["dimensions"]["unit"] == "iso4217:CNY"
    assert facts()["rules.fines"]["value"] == "530000"
    assert facts()["rules.made"]["dimensions"]["unit"] == "zs:件"


def test_every_element_is_named_in_both_languages_and_says_how_it_is_counted() -> None:
    labels = etree.fromstring(FILES["labels.xml"])
    told = {
        (e.get("{http://www.w3.org/XML/1998/namespace}lang"), e.text) for e in labels.iter(_LABEL)
    }
    for element in ELEMENTS:
        assert {("zh-CN", element.zh), ("en", element.en)} <= told
        assert {("zh-CN", element.zh_told), ("en", element.en_told)} <= told


def test_words_that_look_like_markup_stay_words() -> None:
    assert "件<其中>" in str(page().xpath("string()"))
