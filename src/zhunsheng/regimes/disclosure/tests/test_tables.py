"""The tables of the annual disclosure report: every cell a figure of the year."""

from datetime import date

import pytest

from zhunsheng.kernel.testing import Bureau, Scope, fill, make_bureau
from zhunsheng.regimes.disclosure.regime import REGIME
from zhunsheng.regimes.disclosure.tests.rows import asked, contested

pytestmark = pytest.mark.django_db
ITEMS, REQUESTS, CONTESTS = REGIME.tables
_DONE = {"replied_on": date(2024, 10, 8)}


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    made.close_all(2024)
    return made


def filled(bureau: Bureau, place: int) -> dict[str, list[str]]:
    """Name of the line → its cells as printed."""
    lines = fill(REGIME.tables[place], Scope(bureau.agency.pk, 2024))
    return {line.zh: [cell.text for cell in cells] for line, cells in lines}


def test_the_table_of_requests_has_the_21_results_of_the_form_for_six_kinds_of_applicant() -> None:
    results = [line for line in REQUESTS.lines if not line.zh.startswith(tuple("一二三四"))]
    assert len(results) == 21
    assert len(REQUESTS.heads) == 7
    for table in (REQUESTS, CONTESTS):
        assert {len(line.cells) for line in table.lines} == {len(table.heads)}


def test_the_table_of_items_has_the_form_s_four_articles_each_with_its_own_heads() -> None:
    heads: tuple[str, ...] = ()
    seen = []
    for line in ITEMS.lines:
        if line.heads:
            heads = tuple(zh for zh, _ in line.heads)
            seen.append((line.zh, heads))
        assert line.heads or len(line.cells) == len(heads)
    assert seen == [
        ("第二十条第（一）项", ("本年制发件数", "本年废止件数", "现行有效件数")),
        ("第二十条第（五）项", ("本年处理决定数量",)),
        ("第二十条第（六）项", ("本年处理决定数量",)),
        ("第二十条第（八）项", ("本年收费金额（单位：万元）",)),
    ]


def test_requests_fall_into_their_applicants_columns(bureau: Bureau) -> None:
    asked(bureau, "old", received_on=date(2023, 12, 20), applicant="legal", reply="opened", **_DONE)
    asked(bureau, "1", applicant="company", reply="opened", **_DONE)
    asked(bureau, "2", applicant="company", reply="refused_process", ground="第十六条", **_DONE)
    asked(bureau, "3")
    table = filled(bureau, 1)
    assert table["一、本年新收政府信息公开申请数量"] == ["1", "2", "0", "0", "0", "0", "3"]
    assert table["二、上年结转"] == ["0", "0", "0", "0", "1", "0", "1"]
    assert table["予以公开"] == ["0", "1", "0", "0", "1", "0", "2"]
    assert table["不予公开：属于四类过程性信息"] == ["0", "1", "0", "0", "0", "0", "1"]
    assert table["三、办理结果总计"] == ["0", "2", "0", "0", "1", "0", "3"]
    assert table["四、结转下年度继续办理"] == ["1", "0", "0", "0", "0", "0", "1"]


def test_every_row_of_the_form_adds_up_across_and_down(bureau: Bureau) -> None:
    for place, applicant in enumerate(("person", "company", "institute", "social", "legal")):
        asked(bureau, str(place), applicant=applicant, reply="opened", **_DONE)
    numbers = {name: [int(cell) for cell in cells] for name, cells in filled(bureau, 1).items()}
    for *parts, total in numbers.values():
        assert sum(parts) == total
    new, carried, *results, handled, out = numbers.values()
    assert [sum(column) for column in zip(*results, strict=True)] == handled
    assert [a + b for a, b in zip(new, carried, strict=True)] == [
        a + b for a, b in zip(handled, out, strict=True)
    ]


def test_reviews_and_suits_stand_in_their_own_lines(bureau: Bureau) -> None:
    row = asked(bureau, "1", reply="opened", **_DONE)
    contested(bureau, row, ended_on=date(2024, 12, 20), result="upheld")
    contested(bureau, row, kind="direct")
    assert filled(bureau, 2) == {
        "行政复议": ["1", "0", "0", "0", "1"],
        "未经复议直接起诉": ["0", "0", "0", "1", "1"],
        "复议后起诉": ["0", "0", "0", "0", "0"],
    }


def test_what_no_register_here_keeps_stays_empty_and_what_is_not_closed_is_named() -> None:
    bureau = make_bureau()
    lines = {line.zh: cells for line, cells in fill(ITEMS, Scope(bureau.agency.pk, 2024))}
    assert {(cell.text, cell.key) for cell in lines["规章"]} == {("", "")}
    assert lines["行政处罚"][0].key == ""  # enforcement is not in use here
    assert lines["行政规范性文件"][0].missing_from == ("政策法规科",)
    assert lines["行政许可"][0].missing_from == ("办公室",)
