"""Passages one a line in, answers one a line out; a bad line is named."""

import json
from typing import Any

import pytest

from zhunsheng.audit.batch import BatchLineError, answers

LINE = json.dumps({"id": "a", "text": "共5件，其中主办2件、协办4件。"}, ensure_ascii=False)


def answered(*lines: str, document: bool = False) -> list[dict[str, Any]]:
    return [json.loads(answer) for answer in answers(lines, document=document)]


def test_an_answer_has_the_quantities_and_the_findings() -> None:
    (answer,) = answered(LINE)
    assert answer["id"] == "a"
    assert answer["quantities"] == [
        {"start": 1, "end": 3, "value": 5, "unit": "件", "approx": None},
        {"start": 8, "end": 10, "value": 2, "unit": "件", "approx": None},
        {"start": 13, "end": 15, "value": 4, "unit": "件", "approx": None},
    ]
    (finding,) = answer["findings"]
    assert finding["code"] == "REL001"
    assert finding["kind"] == "sum"
    assert finding["spans"] == [[1, 3], [8, 10], [13, 15]]
    assert (finding["start"], finding["end"]) == (1, 15)


def test_empty_lines_are_passed_over() -> None:
    assert [a["id"] for a in answered("\n", LINE, "  ", LINE)] == ["a", "a"]


def test_annual_reports_are_asked_for_their_contents_too() -> None:
    text = "2024年法治政府建设情况的报告\n共5件，其中主办2件、协办4件。"
    line = json.dumps({"id": "a", "text": text}, ensure_ascii=False)

    def codes(*, document: bool) -> set[str]:
        return {f["code"] for f in answered(line, document=document)[0]["findings"]}

    assert codes(document=False) == {"REL001"}
    assert {"LAW101", "LAW103", "REL001"} <= codes(document=True)


@pytest.mark.parametrize("line", ["{", "[]", "5", '{"id": 1}', '{"text": "a"}', "null"])
def test_a_line_that_is_no_passage_is_named_by_its_number(line: str) -> None:
    given = answers([LINE, "", line], document=False)
    assert next(given)
    with pytest.raises(BatchLineError, match="line 3") as refused:
        next(given)
    assert "第3行" in str(refused.value)


def test_a_text_that_is_no_text_is_refused() -> None:
    with pytest.raises(BatchLineError, match="line 1"):
        list(answers(['{"id": 1, "text": 5}'], document=False))
