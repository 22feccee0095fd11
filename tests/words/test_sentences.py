"""Sentences keep their places, and a page break does not end one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.words.sentences import sentences


def read(text: str) -> list[str]:
    return [text[s.start : s.end].strip() for s in sentences(text)]


def test_a_stop_ends_a_sentence_with_its_closing_marks() -> None:
    assert read("他说“好。”然后走了。完了！") == ["他说“好。”", "然后走了。", "完了！"]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\f", "\n\n", " \n　　", "\n- 3 -\n"])
def test_a_break_in_mid_sentence_joins(gap: str) -> None:
    text = f"截{gap}至目前，现行有效12件。另有3件。"
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "第一段结束。\n第二段开始。",
        "市政府并报市委：\n2024年工作如下。",
        "工作举措\n一、强化领导。",
        "工作举措\n（一）强化领导。",
        "工作举措\n1. 强化领导。",
        "此件公开发布\n抄送：市司法局。",
    ],
)
def test_a_break_before_something_new_separates(text: str) -> None:
    assert len(read(text)) == 2


@given(st.text(alphabet="共12件，。；！\n\f 　（）一、", max_size=60))
def test_nothing_is_lost_and_nothing_twice(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())


@pytest.mark.parametrize("hostile", [" " * 60_000, "\n" * 60_000, "。" * 60_000, " \n" * 30_000])
def test_hostile_text_is_passed_once(hostile: str) -> None:
    assert len(sentences(hostile + "完")) <= 60_001
