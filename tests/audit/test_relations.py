"""Which figures belong together: what is called wrong, what holds, and what is left alone."""

import pytest

from zhunsheng.audit import audit


def wrong(text: str) -> list[str]:
    return [f.arithmetic for f in audit(text, document=False).findings]


def held(text: str) -> set[str]:
    return {r.arithmetic for r in audit(text, document=False).verified}


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("全年共办理26件，其中主办8件、协办16件。", "26 ≠ 8 + 16 = 24"),
        ("办理建议37件（主办34件、协办5件）。", "37 ≠ 34 + 5 = 39"),
        (
            "公开信息171条：领域信息124条，动态34条，预算4条，其他信息4条。",
            "171 ≠ 124 + 34 + 4 + 4 = 166",
        ),
        (
            "主动公开信息292条。其中政务信息229条，财务信息75条，党务信息6条。",
            "292 ≠ 229 + 75 + 6 = 310",
        ),
        ("发布原创53篇，转发96篇，共计159篇。", "159 ≠ 53 + 96 = 149"),
        ("受理件183408批次，合格181678批次，不合格1370批次。", "183408 ≠ 181678 + 1370 = 183048"),
        (
            "共收到100件，甲类40件，占40%；乙类35件，占35%；丙类52件，占25%。",
            "100 ≠ 40 + 35 + 52 = 127",
        ),
    ],
)
def test_a_list_that_claims_to_be_all_is_called_wrong(text: str, arithmetic: str) -> None:
    assert arithmetic in wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        # 等 and the like, 前N first N, 含 including: no claim to be all
        "共收到建议117件，其中重点督办建议7件、主任会议督办建议3件。",
        "受理事项7227宗，排名前五名的单位分别是甲226宗、乙180宗、丙139宗。",
        "建成平台101个，涵盖企业86个、中心7个、空间2个等。",
        # properties of one whole, which may overlap
        "答复建议9件，其中按期答复9件，答复前沟通的9件。",
        "提出意见2条，其中按期答复2条；已销号2条。",
        # stock and flow
        "年初有效17件，全年新制定2件、废止1件、失效6件，年末有效12件。",
        # other units, other subjects
        "开展活动30场，其中进企业12场，发放资料900份，接待群众300人次。",
        "处置警情2620起，日均7起。其中交通警情511起，刑事警情43起。",
    ],
)
def test_what_does_not_claim_to_be_all_is_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("公开502条，其中网站359条，微信143条。", "502 = 359 + 143"),
        ("收到3件，主办1件，协办2件。", "3 = 1 + 2"),
        ("清理19件，继续有效12件、废止1件、失效6件。", "19 = 12 + 1 + 6"),
        ("共有账号6个，其中微信4个，微博、抖音各1个。", "6 = 4 + 2×1"),
        (
            "新登记19.02万户，其中一产1.26万户，二产4.36万户，三产13.4万户。",
            "190200 = 12600 + 43600 + 134000",
        ),
    ],
)
def test_what_holds_is_shown_with_its_arithmetic(text: str, arithmetic: str) -> None:
    assert arithmetic in held(text)
    assert wrong(text) == []


def test_rounded_parts_may_differ_by_their_rounding() -> None:
    assert wrong("总额2.45万亿元，其中出口1.29万亿元，进口1.15万亿元。") == []
    assert wrong("总额2.45万亿元，其中城镇1.92万亿元，乡村1.16万亿元。") != []


def test_a_small_equality_by_chance_is_not_listed() -> None:
    assert held("甲方面13件，乙方面11件，丙方面2件。") == set()


def test_one_measure_of_two_years_is_no_contradiction() -> None:
    assert wrong("2023年办件量达700余件。2024年办件量达1000余件。") == []
    assert wrong("2024年办件量达700余件。网上办理后，2024年办件量达1000余件。") != []


def test_where_new_ones_are_spoken_of_a_clean_up_is_not_called_wrong() -> None:
    text = "对20件文件进行清理，废止3件，宣布失效4件，现行有效文件14件。"
    assert wrong(text) == ["14 ≠ 20 − 3 − 4 = 13"]
    assert wrong(f"制定新政策若干。{text}") == []


def test_a_part_of_a_part_and_what_is_told_beside_a_flow_are_not_added() -> None:
    assert wrong("印发普法责任清单，共9项。年内已完成8项，其中按期完成7项。") == []
    stock = "年初现行有效17件，新制定2件、废止1件、宣布失效6件，{}年末现行有效12件。"
    assert wrong(stock.format("公布失效目录涉及文件7件，")) == []
    assert wrong(stock.format("公布失效目录涉及文件7件，").replace("12件", "21件")) != []


def test_shares_called_some_of_many_near_the_beginning_of_a_long_text_make_no_hundred() -> None:
    told = "中，甲方面的占41%，乙方面的占22%，丙方面的占14%，丁方面的占13%。"
    rest = "其他各项工作有序推进。" * 20
    assert wrong(f"各类问题{told}{rest}") == ["100 ≠ 41 + 22 + 14 + 13 = 90"]
    assert wrong(f"主要问题{told}{rest}") == []
