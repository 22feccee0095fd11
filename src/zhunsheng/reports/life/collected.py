"""What divisions still owe a report: each part asked for, its text and its head's word on it."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.reports.models import PartAnswer, PartCall, Report


class Owed(StrEnum):
    """Where a part asked for stands."""

    OPEN = "open"
    CHANGED = "changed"
    SIGNED_OFF = "signed_off"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class PartState:
    """The newest call of a part and what became of it; `late` when its day passed unanswered."""

    call: PartCall
    answer: PartAnswer | None
    owed: Owed
    late: bool

    @property
    def settled(self) -> bool:
        return self.owed in (Owed.SIGNED_OFF, Owed.WAIVED)


def part_text(report: Report, part: str) -> str:
    """The text of the part as it stands, its figures still tokens."""
    return str(json.loads(report.parts).get(part, ""))


def text_of_part_digest(report: Report, part: str) -> str:
    """What a sign-off is of."""
    return sm3(part_text(report, part).encode())


def collected(report: Report, *, today: date) -> tuple[PartState, ...]:
    """Every part asked for, in the order of the report."""
    return asked_once(("collected", report.pk, today), lambda: _collected(report, today))


def _collected(report: Report, today: date) -> tuple[PartState, ...]:
    calls = PartCall.objects.filter(report_id=report.pk).select_related("division").order_by("pk")
    newest = {call.part: call for call in calls}
    order = list(json.loads(report.parts))
    answers = PartAnswer.objects.filter(call__in=newest.values()).select_related("by")
    last = {answer.call_id: answer for answer in answers.order_by("pk")}
    return tuple(
        _state(report, newest[part], last.get(newest[part].pk), today)
        for part in sorted(newest, key=lambda p: order.index(p) if p in order else len(order))
    )


def unsettled(report: Report, *, today: date) -> tuple[PartState, ...]:
    """The parts that stand against signature and issue."""
    return tuple(state for state in collected(report, today=today) if not state.settled)


def told(state: PartState) -> tuple[str, str]:
    """(zh, en) of what an unsettled part lacks."""
    division, part = state.call.division.name, state.call.part
    if state.owed == Owed.CHANGED:
        return (
            f"{division}签认后“{part}”的文字有改动，须重新签认",
            f"'{part}' was changed after {division} signed it off: it must sign off again",
        )
    return (
        f"{division}尚未签认“{part}”（{state.call.due_on}前）",
        f"{division} has not signed off '{part}' (due {state.call.due_on})",
    )


def _state(report: Report, call: PartCall, answer: PartAnswer | None, today: date) -> PartState:
    late = today > call.due_on
    if answer is None:
        return PartState(call, None, Owed.OPEN, late)
    if answer.waived:
        return PartState(call, answer, Owed.WAIVED, late=False)
    if answer.text != text_of_part_digest(report, call.part):
        return PartState(call, answer, Owed.CHANGED, late)
    return PartState(call, answer, Owed.SIGNED_OFF, late=False)
