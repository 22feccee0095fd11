"""A count of different values that falls back on a name says so where it is explained."""

from zhunsheng.kernel.figure.query import described
from zhunsheng.kernel.figure.told import told
from zhunsheng.kernel.registry import registry


def test_a_count_by_code_or_else_by_name_says_both() -> None:
    figure = registry().figures()["outreach.enterprises"]
    zh, en = told(figure)
    assert "“统一社会信用代码”不重复计数，没有填写的按“企业名称”" in zh
    assert "different values of 'credit code', or of 'enterprise' where it is empty" in en
    assert described(figure).startswith("distinct credit_code or else enterprise of outreach.")


def test_a_count_by_one_field_says_only_that() -> None:
    figure = registry().figures()["outreach.online"]
    assert "or else" not in described(figure)
    assert "没有填写的按" not in told(figure)[0]  # where it is empty, by …
