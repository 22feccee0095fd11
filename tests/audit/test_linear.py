"""Twice the text costs about twice the steps: steps are counted, no time is taken."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from tests.audit.test_hostile import HOSTILE
from zhunsheng.audit import audit, extract
from zhunsheng.audit.check import Check
from zhunsheng.audit.checks import all_checks
from zhunsheng.audit.parse.passage import Passage

SIZE = 1_500  # characters
MOST = 2.6  # times the steps for twice the text; what is quadratic takes four
FEW = 400  # steps that any call may take whatever the text


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python the work runs, those of comprehensions each time round."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grows(run: Callable[[str], object], unit: str) -> float:
    """The steps for twice the text over those for the text."""
    text = unit * (SIZE // len(unit) + 1)
    run(text[:SIZE])  # what is compiled or read once is not counted
    one, two = steps(lambda: run(text)), steps(lambda: run(text + text))
    return (two - FEW) / max(one, FEW)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_each_check_is_linear_on_a_long_row_of_its_own_words(check: Check) -> None:
    for example in (*check.good, *check.bad):
        unbroken = example.replace("。", "，").replace("\n", "")
        ratio = grows(lambda text: check.run(Passage(text, True, handed=check.given)), unbroken)
        assert ratio <= MOST, (check.code, example)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_reading_and_the_whole_audit_are_linear_on_hostile_rows(name: str) -> None:
    unit = HOSTILE[name][:60]
    assert grows(extract, unit) <= MOST
    assert grows(lambda text: audit(text, document=False), unit) <= MOST


TABLES = {
    "rows": "甲\t5\t5\n",
    "subtotals": "小计\t5\t5\n",
    "totals": "合计\t5\t5\n",
    "columns of totals": "合计\t小计\t合计\n5\t5\t5\n",
    "a row without end": "合计\t5\t",
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_linear_in_their_rows_and_columns(name: str) -> None:
    head = "项目\t合计\t数\n"
    assert grows(lambda text: audit(head + text, document=False), TABLES[name]) <= MOST


def test_what_is_quadratic_would_be_seen() -> None:
    def quadratic(text: str) -> int:
        return sum(1 for a in text[:200:2] for b in text[: len(text) // 15] if a == b)

    def each_with_each(text: str) -> int:
        few = text[: len(text) // 20]
        return sum(1 for a in few for b in few if a == b)

    assert grows(quadratic, "共5件，其中") <= MOST
    assert grows(each_with_each, "共5件，其中") > MOST
