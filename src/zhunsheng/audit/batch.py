"""Passages one a line in, answers one a line out."""

import json
from collections.abc import Iterable, Iterator

from zhunsheng.audit.engine import audit
from zhunsheng.audit.plain import quantities
from zhunsheng.audit.render import as_json


class BatchLineError(Exception):
    """A line that is no passage."""

    code = "BATCH_LINE"

    def __init__(self, number: int, why: str) -> None:
        super().__init__(
            f"第{number}行不是一段文字：{why}；每行应为含id和text的JSON。"
            f" / line {number} is no passage: {why}; each line is JSON with id and text."
        )


def answers(lines: Iterable[str], *, document: bool) -> Iterator[str]:
    """One answer for each line that is not empty. Errors: BatchLineError at the first bad one."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            passage = json.loads(line)
            key, text = passage["id"], passage["text"]
            if not isinstance(text, str):
                raise TypeError(f"text: {text!r}")
        except (ValueError, KeyError, TypeError) as error:
            raise BatchLineError(number, str(error)) from error
        result = as_json("", audit(text, document=document))
        answer = {"id": key, "quantities": quantities(text), "findings": result["findings"]}
        yield json.dumps(answer, ensure_ascii=False)
