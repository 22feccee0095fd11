"""Which numbers of a text are quantities, and what each says."""

from decimal import Decimal

import pytest

from zhunsheng.audit import audit, extract


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("编制27项", "27", "项"),
        ("编制２７项", "27", "项"),
        ("受理321 146件", "321146", "件"),
        ("访问9,996,692次", "9996692", "次"),
        ("投资2.3万元", "23000", "元"),
        ("投资1.5亿元", "150000000", "元"),
        ("投资6.57万亿元", "6570000000000", "元"),
        ("增长-1.18%", "-1.18", "%"),
        ("增长５．３％", "5.3", "%"),
        ("提高2.5个百分点", "2.5", "个百分点"),
        ("比例为百分之三十", "30", "%"),
        ("举办两场", "2", "场"),
        ("分三批次", "3", "批次"),
        ("受理56件(次)", "56", "件(次)"),
        ("答复期限为15个工作日", "15", "个工作日"),
        ("废止1件、失效6，均已公布", "6", ""),
        ("组织廿三人参加", "23", "人"),
        ("提出建议四千二百八十七件", "4287", "件"),
        ("已解决三千零九十六件", "3096", "件"),
        ("交一百五十六个单位办理", "156", "个"),
        ("损失三千零六十六万元", "30660000", "元"),
        ("完成投资五十二点三亿元", "5230000000", "元"),
        ("召开会议十二次", "12", "次"),
        ("在十五个工作日内答复", "15", "个工作日"),
        ("增长6倍多", "6", "倍"),
        ("占比达七成。", "70", "%"),
        ("压缩3成", "30", "%"),
        ("浓度46微克/立方米", "46", "微克/立方米"),
    ],
)
def test_a_quantity_has_its_value_in_the_base_unit(text: str, value: str, unit: str) -> None:
    found = extract(text)[-1]
    assert (found.value, found.unit) == (Decimal(value), unit)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("办件700余件", "700", "800"),
        ("办件700多件", "700", "800"),
        ("办件1000余件", "1000", "2000"),
        ("投资2.3万余元", "23000", "24000"),
        ("服务近100家", "85", "100"),
        ("约占5%", "4.75", "5.25"),
        ("受益3000人左右", "2850", "3150"),
        ("不足30件", "0", "30"),
        ("受益近千人", "850", "1000"),
        ("办件700件", "700", "700"),
        ("三成企业受益", "25", "35"),
        ("近三成企业受益", "25.5", "30"),
        ("两成多企业受益", "20", "30"),
    ],
)
def test_an_approximator_is_a_pair_of_bounds(text: str, lower: str, upper: str) -> None:
    (found,) = extract(text)
    assert (found.lower, found.upper) == (Decimal(lower), Decimal(upper))


@pytest.mark.parametrize("text", ["超过20场次", "逾20家", "300人以上", "至少5次", "诉求过万件"])
def test_more_than_has_no_upper_bound(text: str) -> None:
    (found,) = extract(text)
    assert found.upper > found.value * 1000
    assert found.lower == found.value


def test_inexact_figures_agree_where_one_number_could_be_both() -> None:
    (odd, even, more) = extract("达260余件，计264件，共400余件。")
    assert odd.agrees(even)
    assert even.agrees(odd)
    assert not even.agrees(more)
    assert not odd.agrees(more)


@pytest.mark.parametrize(
    "text",
    [
        "2024年12月31日",
        "2024.12.31印发",
        "2021—2025年",
        "1—12月",
        "6月份",
        "上午10时",
        "澜科〔2025〕6号",
        "令第169号",
        "第28周",
        "二十届三中全会",
        "十五届四次会议",
        "12345热线",
        "110联动",
        "“12·4”宪法日",
        "“5.18国际博物馆日”",
        "三审三校",
        "八五普法",
        "PM2.5超标",
        "“2+26”城市",
        "邮编464000",
        "附件3",
        "1. 完善制度",
        "（1）规范栏目",
        "16岁以上",
        "www.a.cn/123件",
        "以女性为100",
        "身份证411522199001011234",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert extract(text) == ()


def test_a_unit_printed_once_belongs_to_the_whole_list() -> None:
    assert [m.unit for m in extract("分别提高5.26、4.43个百分点")] == ["个百分点", "个百分点"]


def test_a_verb_is_no_approximator() -> None:
    (found,) = extract("审议通过12件")
    assert (found.text, found.approx) == ("12件", "")


@pytest.mark.parametrize("text", ["5人成立小组", "由3成员组成", "第三成果", "工作已三成熟"])
def test_a_word_that_begins_like_tenths_is_none(text: str) -> None:
    assert all(mention.unit != "%" for mention in extract(text))


def test_a_share_in_tenths_is_no_exact_share() -> None:
    """七成 of 100 may be 68: a rounded word contradicts no figure."""
    told = audit("受理100件，其中网上办理68件，占七成。", document=False)
    assert told.findings == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("累计评查110卷。", ["110卷"]),
        ("安排经费120万元，抽检120批次。", ["120万元", "120批次"]),
        ("拨打110或者119报警。", []),
        ("与110、119、122等平台联动。", []),
        ("开展“110”宣传日活动120场。", ["120场"]),
    ],
)
def test_three_digits_are_a_telephone_number_only_where_they_are_called(
    text: str, told: list[str]
) -> None:
    assert [mention.text for mention in extract(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "五月二十日",
        "第一百零五条",
        "二十一世纪",
        "劣四类水质",
        "三类海水",
        "生师比16.19:1",
        "三百六十度评价",
    ],
)
def test_a_day_an_article_and_a_class_are_no_quantities(text: str) -> None:
    assert extract(text) == ()
