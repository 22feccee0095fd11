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
    """Names of the line, from the outermost → its cells as printed."""
    lines = fill(REGIME.tables[place], Scope(bureau.agency.pk, 2024))
    return {
        "/".join(zh for zh, _ in line.path): [cell.text for cell in cells] for line, cells in lines
    }


def test_the_table_of_requests_has_the_21_results_of_the_form_for_six_kinds_of_applicant() -> None:
    results = [line for line in REQUESTS.lines if line.under and line.zh != "（七）总计"]
    assert len(results) == 21
    assert len(REQUESTS.heads) == 7
    for table in (REQUESTS, CONTESTS):
        assert {len(line.cells) for line in table.lines} == {len(table.heads)}


def test_the_table_of_requests_is_joined_as_the_form_is() -> None:
    heads = [[(n.zh, n.columns, n.rows) for n in row] for row in REQUESTS.head_rows()]
    assert heads == [
        [("申请人情况", 7, 1)],
        [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)],
        [(name, 1, 1) for name in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
    ]
    tall = [(n.zh, n.rows) for names in REQUESTS.line_names() for n in names if n.rows > 1]
    assert tall == [
        ("三、本年度办理结果", 22),
        ("（三）不予公开", 8),
        ("（四）无法提供", 3),
        ("（五）不予处理", 5),
        ("（六）其他处理", 3),
    ]
    ends = {names[-1].column + names[-1].columns for names in REQUESTS.line_names()}
    assert ends == {REQUESTS.stubs} == {3}


def test_the_table_of_reviews_and_suits_is_one_line_under_three_storeys() -> None:
    first, second, third = CONTESTS.head_rows()
    assert [(n.zh, n.column, n.columns) for n in first] == [("行政复议", 0, 5), ("行政诉讼", 5, 10)]
    assert [(n.zh, n.column, n.columns) for n in second if n.columns > 1] == [
        ("未经复议直接起诉", 5, 5),
        ("复议后起诉", 10, 5),
    ]
    assert {n.rows for n in second if n.columns == 1} == {2}
    assert len(third) == 10
    assert (CONTESTS.stubs, len(CONTESTS.lines)) == (0, 1)


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
    assert table["二、上年结转政府信息公开申请数量"] == ["0", "0", "0", "0", "1", "0", "1"]
    done = "三、本年度办理结果"
    assert table[f"{done}/（一）予以公开"] == ["0", "1", "0", "0", "1", "0", "2"]
    assert table[f"{done}/（三）不予公开/6.属于四类过程性信息"] == [
        "0",
        "1",
        "0",
        "0",
        "0",
        "0",
        "1",
    ]
    assert table[f"{done}/（七）总计"] == ["0", "2", "0", "0", "1", "0", "3"]
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
    review, direct, after = ["1", "0", "0", "0", "1"], ["0", "0", "0", "1", "1"], ["0"] * 5
    assert filled(bureau, 2) == {"": [*review, *direct, *after]}


def test_what_no_register_here_keeps_stays_empty_and_what_is_not_closed_is_named() -> None:
    bureau = make_bureau()
    lines = {line.zh: cells for line, cells in fill(ITEMS, Scope(bureau.agency.pk, 2024))}
    assert {(cell.text, cell.key) for cell in lines["规章"]} == {("", "")}
    assert lines["行政处罚"][0].key == ""  # enforcement is not in use here
    assert lines["行政规范性文件"][0].missing_from == ("政策法规科",)
    assert lines["行政许可"][0].missing_from == ("办公室",)
