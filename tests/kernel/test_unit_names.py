"""Every unit a figure declares has an English name, in one and in several."""

from django.utils.translation import override

from zhunsheng.kernel.figure.unit import unit_in_english
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.templatetags.unit import unit


def test_no_declared_unit_is_left_in_chinese() -> None:
    declared = {figure.unit for figure in registry().figures().values()}
    assert [u for u in declared if not unit_in_english(u, 2).isascii()] == []


def test_a_unit_follows_the_page_and_the_number() -> None:
    with override("en"):
        assert (unit("件", 1), unit("件", 2), unit("%", 1)) == ("item", "items", "%")
    with override("zh-hans"):
        assert unit("件", 2) == "件"
