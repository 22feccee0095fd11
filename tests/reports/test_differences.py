"""Differences: what was and what is can both be read from them, whatever changed."""

from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.reports.differences import difference

_WORDS = st.text(alphabet="局党组1 2件{a.b}，。\n", max_size=40)


@given(_WORDS, _WORDS)
def test_both_texts_can_be_read_from_the_difference(before: str, after: str) -> None:
    found = difference(before, after)
    assert "".join(s.text for s in found if s.how != "new") == before
    assert "".join(s.text for s in found if s.how != "gone") == after


def test_a_number_and_a_token_change_as_one_thing() -> None:
    found = difference("共办理125件，其中{a.one}件。", "共办理129件，其中{a.two}件。")
    assert [s.text for s in found if s.how == "gone"] == ["125", "{a.one}"]
    assert [s.text for s in found if s.how == "new"] == ["129", "{a.two}"]


def test_one_kept_character_between_two_changes_is_part_of_the_change() -> None:
    found = difference("强化组织领导", "加强统筹领导")
    assert [(s.how, s.text) for s in found] == [
        ("gone", "强化组织"),
        ("new", "加强统筹"),
        ("same", "领导"),
    ]
