"""Rates, changes, averages and shares: shown with their arithmetic, silent where it may be true."""

import pytest

from zhunsheng.audit import audit


def verified(text: str) -> list[str]:
    return [r.arithmetic for r in audit(text, document=False).verified]


def wrong(text: str) -> list[str]:
    return [f.arithmetic for f in audit(text, document=False).findings]


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("受理案件879件（含旧存343件），结案700件，结案率79.64%。", "79.64% = 700 ÷ 879"),
        ("新增就业655万人，完成全年900万人目标的73%。", "73% = 6550000 ÷ 9000000"),
        ("由200件增至260件，增长30%。", "30% = |260 − 200| ÷ 200 = 30.00%"),
        ("受理125件，同比增加25件，上升25%。", "25% = 25 ÷ (125 − 25) = 25.00%"),
        ("受理75件，同比减少25件，下降25%。", "25% = 25 ÷ (75 + 25) = 25.00%"),
        ("满意率由90%提升至92.5%，提高2.5个百分点。", "2.5个百分点 = |92.5 − 90| = 2.5"),
        ("常住人口880人，与2010年的1000人相比，减少120人。", "120人 = |880 − 1000| = 120"),
        ("这120件案件标的额2400万元，平均每件标的额20万元。", "200000 = 24000000 ÷ 120"),
        ("2023年，热线全年接听73000件，日均200件。", "200 = 73000 ÷ 365"),
        ("2024年，热线全年接听73200件，日均200件。", "200 = 73200 ÷ 366"),
    ],
)
def test_what_holds_is_listed_with_its_arithmetic(text: str, arithmetic: str) -> None:
    assert arithmetic in verified(text)
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("受理案件879件，结案700件，结案率76.94%。", "76.94% ≠ 700 ÷ 879 = 79.64%"),
        ("新增就业290人，完成全年500人目标的85%。", "85% ≠ 290 ÷ 500 = 58.00%"),
        ("由200件增至260件，增长13%。", "13% ≠ |260 − 200| ÷ 200 = 30.00%"),
        ("受理125件，同比增加25件，上升52%。", "52% ≠ 25 ÷ (125 − 25) = 25.00%"),
        ("满意率由90%提升至92.5%，提高5.2个百分点。", "5.2个百分点 ≠ |92.5 − 90| = 2.5"),
        ("2023年，热线全年接听37000件，日均200件。", "200 ≠ 37000 ÷ 365 = 101.37"),
    ],
)
def test_a_slip_is_shown_beside_what_it_should_be(text: str, arithmetic: str) -> None:
    assert wrong(text) == [arithmetic]


@pytest.mark.parametrize(
    "text",
    [
        "受理案件3件，结案2件，结案率66.6%。",  # cut, not rounded
        "由1.2万件增至1.3万件，增长8%。",  # both rounded: from 4% to 13%
        "受理事项7227宗，当场答复5113宗，转办2114宗，办结1898宗，办结率97.01%。",  # both outcomes
        "受理案件900件，结案700件，满意率31%。",  # a rate of something else
        "从业人员200人，较全市的260人少得多，占13%。",  # 从业 employed is no 从 from
        "2023年1月至9月，热线接听73000件，日均267件。",  # part of a year
        "全市受理900件，占全省的13%。",  # a base that is not given
        "2023年受理404件。2024年受理440件。",  # two years
        "全市人口与2010年的1339人相比，增加72人，增长5.38%。",  # the old figure, not the new
        "申请620件，其中受理495件，占79.8%；不受理125件，占20.2%。"
        "部门420件，占67.7%；乡镇等其他200件，占32.3%。",  # two splits of one whole
        "申请620件，其中受理495件，占79.8%；审结4696，其中纠错的191件，纠错为4.1%。",  # no share
        "抽检900批次。不合格34批次。其中，本局的400批次抽检中，合格390批次。",  # a whole of its own
    ],
)
def test_what_may_be_true_is_no_finding(text: str) -> None:
    assert wrong(text) == []


def test_shares_give_a_wrong_total_away() -> None:
    text = "收到建议186件。城建类84件，占50%；社会类50件，占29.8%；工业类34件，占20.2%。"
    found = audit(text, document=False).findings
    assert all(any(text[a:b] == "186件" for a, b in f.spans) for f in found)
    assert found


def test_a_base_that_is_not_named_is_not_guessed() -> None:
    text = "全市受理投诉900件。食品类投诉占31.4%，共办结类似事项271件，占26%。"
    assert wrong(text) == []


def test_digits_of_a_measure_restated_are_compared() -> None:
    text = "热线受理群众诉求4404件，均已办结。自1月起共受理4440件。"
    (found,) = audit(text, document=False).findings
    assert (found.code, found.kind) == ("REP002", "repeat")
    assert found.arithmetic == "4404件 ≠ 4440件"
