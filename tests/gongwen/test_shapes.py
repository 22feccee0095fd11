"""Documents of twenty shapes: nothing is lost, nothing overlaps, nothing leaves the type area."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from tests.gongwen.measure import BOTTOM, HALF, LEFT, MM, RIGHT, TOP, opened
from tests.gongwen.shapes import SHAPES
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.write.refuse import texts

_HALF_WHITE = frozenset("，。、；：）》”")
_FOOTER_MM = 264  # the page number stands below the type area
_MARK_MM = 30  # the mark stands above it


@pytest.fixture(scope="module")
def pages() -> dict[str, list[Any]]:
    return {name: opened(write.pdf(document)) for name, document in SHAPES.items()}


def text_of(page: Any) -> list[Any]:
    """The characters of the document itself: neither mark nor page number."""
    return [
        char
        for char in page.chars
        if char["text"].strip() and char["top"] / MM > _MARK_MM and char["top"] / MM < _FOOTER_MM
    ]


def test_there_are_twenty_from_two_pages_to_forty(pages: dict[str, list[Any]]) -> None:
    assert len(SHAPES) == 20
    assert len(pages["one paragraph"]) == 2 and len(pages["forty pages"]) >= 38


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_leaves_the_type_area(name: str, pages: dict[str, list[Any]]) -> None:
    for page in pages[name]:
        for char in text_of(page):
            place = f"{char['text']} on page {page.page_number}"
            # The right half of a stop is white: at a row's end only the left half has its place.
            right = char["x1"] - (char["size"] / 2 if char["text"] in _HALF_WHITE else 0)
            assert char["x0"] / MM > LEFT - HALF and right / MM < RIGHT + HALF, place
            assert char["top"] / MM > TOP - HALF and char["bottom"] / MM < BOTTOM + HALF, place


@pytest.mark.parametrize("name", SHAPES)
def test_no_character_lies_on_another(name: str, pages: dict[str, list[Any]]) -> None:
    for page in pages[name]:
        cells: dict[tuple[int, int], list[Any]] = {}
        for char in page.chars:
            if not char["text"].strip():
                continue
            x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
            for other in cells.get((round(x / 4), round(y / 4)), []):
                apart = abs(other[0] - x) > 2 or abs(other[1] - y) > 2
                assert apart, f"{char['text']} on {other[2]}, page {page.page_number}"
            cells.setdefault((round(x / 4), round(y / 4)), []).append((x, y, char["text"]))


@pytest.mark.parametrize("name", SHAPES)
def test_no_word_is_lost(name: str, pages: dict[str, list[Any]]) -> None:
    printed = Counter(c["text"] for page in pages[name] for c in page.chars)
    written = Counter(c for text in texts(SHAPES[name]) for c in text if c.strip())
    assert written - printed == Counter()


@pytest.mark.parametrize("name", SHAPES)
def test_the_first_page_shows_text_and_the_signature_is_not_alone(
    name: str, pages: dict[str, list[Any]]
) -> None:
    """7.3.3; 7.3.5.5: rows are drawn closer where both would not hold otherwise."""
    opening = SHAPES[name].body[0].text[:8]
    first = "".join(c["text"] for c in pages[name][0].chars)
    assert opening in first
    signed = next(p for p in pages[name] if p.search("2025年2月18日", regex=False))
    day = signed.search("2025年2月18日", regex=False)[0]["chars"][0]["top"]
    listed = [c for each in signed.search("附件：", regex=False) for c in each["chars"]]
    end = min((c["top"] for c in listed), default=day - 40)
    assert [c for c in text_of(signed) if c["top"] < end], "text stands on the signature's page"


def test_a_torn_table_leaves_more_than_its_head_behind(pages: dict[str, list[Any]]) -> None:
    for name in SHAPES:
        for page in pages[name]:
            for table in page.find_tables():
                foot = table.bbox[3] / MM > BOTTOM - 15
                high = table.bbox[3] - table.bbox[1] > 30 * MM
                assert high or not foot, f"{name}, page {page.page_number}"


@pytest.mark.parametrize("rows", [51, 52])
def test_a_torn_table_leaves_no_row_alone_for_its_last_page(rows: int) -> None:
    """With 51 rows the last would: the one above it goes along, and is read back with it."""
    first, *_, last = SHAPES["one paragraph"].body * 2
    table = Block(Kind.TABLE, rows=tuple((f"{at}", "甲", "乙", "丙") for at in range(1, rows + 1)))
    document = replace(SHAPES["one paragraph"], body=(first, table, last))
    data = write.pdf(document)
    found = [len(table.rows) for page in opened(data) for table in page.find_tables()]
    assert found[-1] == 3, "the head and two rows"
    assert read("a.pdf", data).document.body[1].rows == table.rows


@pytest.mark.parametrize("name", SHAPES)
def test_the_last_page_is_even_and_holds_the_imprint(
    name: str, pages: dict[str, list[Any]]
) -> None:
    assert len(pages[name]) % 2 == 0
    assert pages[name][-1].search("2025年2月20日印发", regex=False)


@pytest.mark.parametrize("name", SHAPES)
def test_word_and_the_page_give_back_the_shape(name: str) -> None:
    document: OfficialDocument = SHAPES[name]
    for file, data in {
        "a.docx": write.docx(document),
        "a.html": write.html(document).encode(),
    }.items():
        found = read(file, data).document
        assert (found.title, found.signers, found.copies) == (
            document.title,
            document.signers,
            document.copies,
        )
        assert [b.text for b in found.body] == [b.text for b in document.body]
        assert [a.title for a in found.annexes] == [a.title for a in document.annexes]
        assert found.addressees == document.addressees
