"""The answers of a run as they are printed, with its summary and its exit code."""

import sys
from collections import Counter
from dataclasses import dataclass, field

from zhunsheng.cli.auditing.job import CLEAN, UNREADABLE, Judged

_MOST = 12  # codes shown on a line


@dataclass
class Told:
    """Prints each answer as it comes; `brief` is one line a report and a summary."""

    form: str
    brief: bool = False
    code: int = CLEAN
    _codes: Counter[int] = field(default_factory=Counter)
    _first: bool = True

    def add(self, *answers: Judged) -> None:
        """More answers, printed at once."""
        for answer in answers:
            self.code = max(self.code, answer.code)
            self._codes[answer.code] += 1
            if answer.code == UNREADABLE:
                print(f"{answer.path}：{answer.body}", file=sys.stderr, flush=True)
            elif self.form == "json":
                print(("[" if self._first else ",\n") + answer.body, end="")
                self._first = False
            elif self.brief:
                print(_line(answer), flush=True)
            else:
                print(answer.body, flush=True)

    def end(self) -> None:
        """What closes the run."""
        if self.form == "json":
            print("[]" if self._first else "]")
        elif self.brief:
            clean, found, unread = (self._codes[code] for code in range(3))
            print(
                f"共{clean + found + unread}份：无问题{clean}份，有问题{found}份，未读{unread}份 / "
                f"{clean + found + unread} reports: {clean} clean, {found} with findings,"
                f" {unread} unread"
            )


def _line(answer: Judged) -> str:
    codes = " ".join(answer.codes[:_MOST]) + (" …" if len(answer.codes) > _MOST else "")
    return (
        f"{answer.path}：问题{answer.errors}，提示{answer.remarks} /"
        f" {answer.errors} findings, {answer.remarks} remarks  {codes}"
    )
