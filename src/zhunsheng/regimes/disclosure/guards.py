"""What must be done before information is published or a request answered."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

from zhunsheng.kernel.declare import Context, Guard, Outcome, due, failed, kept, not_applicable
from zhunsheng.regimes.disclosure.reply_clock import (
    EXTENSION,
    ORGAN,
    THIRD_PARTY,
    clock_start,
    consultation,
    limit_of,
    reply_term,
)
from zhunsheng.regimes.disclosure.review_levels import CHAIN as CHAIN_RULE
from zhunsheng.regimes.disclosure.review_levels import level_name

_SECRECY = "disclosure.secrecy_review"
_CORRECTION = "disclosure.correction_term"
#: The national table counts what was never corrected under this group.
_UNCORRECTED = "otherwise_uncorrected"
Faults = list[tuple[str, str]]


def _lines(rows: Any) -> list[Any]:
    """The lines of a record that stand; those of a row being confirmed are not confirmed yet."""
    return [line for line in rows.all() if line.standing != "voided"]


def _secrecy_reviewed(row: Any, context: Context) -> Outcome:
    if row.secrecy_on is None:
        return failed("没有保密审查的登记", "no secrecy review is recorded")
    if row.secrecy_on > context.on:
        return failed(
            f"保密审查（{row.secrecy_on}）晚于公开日期",
            f"the secrecy review ({row.secrecy_on}) came after publication",
        )
    by_then = [line for line in _lines(row.secrecy_reviews) if line.reviewed_on <= context.on]
    latest = max(by_then, key=lambda line: line.reviewed_on, default=None)
    if latest is not None and not latest.may_publish:
        return failed(
            f"{latest.reviewed_on}保密审查意见为不得公开",
            f"the secrecy review of {latest.reviewed_on} concluded not to publish",
        )
    return kept()


def _chain_complete(row: Any, context: Context) -> Outcome:
    rule = context.law.rule(CHAIN_RULE, context.on)
    levels = rule.value("levels")
    called = partial(level_name, rule)
    reviews = sorted(_lines(row.reviews), key=lambda line: line.level)
    if not reviews and row.reviewed_on is not None:
        # The chain may be one scanned sheet: its day is recorded, its levels are on paper.
        return kept() if row.reviewed_on <= context.on else _late(row)
    faults = [
        *_missing(reviews, levels, called),
        *_same_person(reviews),
        *_out_of_order(reviews, context.on, called),
    ]
    if not faults:
        return kept()
    return failed("；".join(zh for zh, _ in faults), "; ".join(en for _, en in faults))


def _late(row: Any) -> Outcome:
    return failed(
        f"三审三校（{row.reviewed_on}）晚于公开日期",
        f"the review ({row.reviewed_on}) came after publication",
    )


def _missing(reviews: Sequence[Any], levels: int, called: Callable[[int], str]) -> Faults:
    there = {line.level for line in reviews}
    missing = [level for level in range(1, levels + 1) if level not in there]
    if not missing:
        return []
    zh, en = "、".join(called(n) for n in missing), ", ".join(str(n) for n in missing)
    return [(f"三审三校缺{zh}", f"the review chain lacks level {en}")]


def _same_person(reviews: Sequence[Any]) -> Faults:
    people = {"".join(line.reviewer.split()) for line in reviews}
    if len(people) == len(reviews):
        return []
    return [("三审三校有同一人办理两个环节", "one person took two levels of the chain")]


def _out_of_order(reviews: Sequence[Any], on: date, called: Callable[[int], str]) -> Faults:
    late: Faults = [
        (
            f"{called(line.level)}（{line.reviewed_on}）晚于公开日期",
            f"level {line.level} ({line.reviewed_on}) came after publication",
        )
        for line in reviews
        if line.reviewed_on > on
    ]
    return late + [
        (
            f"{called(after.level)}早于{called(before.level)}",
            f"level {after.level} came before level {before.level}",
        )
        for before, after in pairwise(reviews)
        if after.reviewed_on < before.reviewed_on
    ]


def _correction_in_time(row: Any, context: Context) -> Outcome:
    days = context.law.rule(_CORRECTION, context.on).value("working_days")
    until, _ = context.calendar.due_on(row.received_on, days)
    if context.on <= until:
        return kept()
    return failed(
        f"告知补正的期限已于{until}届满（收到之日起{days}个工作日）",
        f"correction could be asked for until {until} ({days} working days from receipt)",
    )


def _corrected(row: Any, _: Context) -> Outcome:
    if row.correction_noticed_on is None:
        return not_applicable("没有要求补正", "no correction was asked for")
    if row.corrected_on is None and row.reply != _UNCORRECTED:
        return failed(
            "申请人尚未补正；逾期不补正的，以“其他处理：逾期不补正”办结",
            "the applicant has not corrected the request; one never corrected is otherwise closed",
        )
    return kept()


def _extended_in_time(row: Any, context: Context) -> Outcome:
    start = clock_start(row)
    if start is None or context.law.in_force("disclosure.reply_term", start) is None:
        return not_applicable("答复期限没有起算", "the reply term has not begun")
    answer = due(
        start,
        reply_term(start, context.law, extended=False),
        calendar=context.calendar,
        pauses=consultation(row, context.law, context.calendar),
    )
    if context.on <= answer.on:
        return kept()
    return failed(
        f"答复期限已于{answer.on}届满，不能再延长",
        f"the reply was due on {answer.on}: a term that has ended cannot be extended",
    )


def _third_party_answered(row: Any, context: Context) -> Outcome:
    asked, answered = row.third_party_asked_on, row.third_party_answered_on
    if asked is None:
        return not_applicable("没有征求第三方意见", "no third party was asked")
    if row.reply not in ("opened", "partly"):
        return not_applicable("答复没有公开信息", "the reply opens nothing")
    if answered is not None and answered <= context.on:
        return kept()
    until = limit_of(THIRD_PARTY, asked, context.law, context.calendar)
    # Silent until its term has run out, it is not waited for: the bureau decides.
    if context.on > until:
        return kept()
    return failed(
        f"第三方意见征求期至{until}届满，尚未收到意见",
        f"the third party has until {until} and has not answered",
    )


def _organ_answered(row: Any, context: Context) -> Outcome:
    asked, answered = row.organ_asked_on, row.organ_answered_on
    if asked is None:
        return not_applicable("没有征求其他机关意见", "no other organ was asked")
    if answered is not None and answered <= context.on:
        return kept()
    until = limit_of(ORGAN, asked, context.law, context.calendar)
    # Silent until its term has run out, it has consented.
    if context.on > until:
        return kept()
    return failed(
        f"其他机关意见征求期至{until}届满，尚未收到意见",
        f"the other organ has until {until} and has not answered",
    )


def _ground_given(row: Any, _: Context) -> Outcome:
    if row.reply != "partly" and not row.reply.startswith("refused_"):
        return not_applicable("没有不予公开的内容", "nothing is refused")
    return kept() if row.ground else failed("没有写明不予公开的依据", "no ground is given")


SECRECY = Guard(_secrecy_reviewed, _SECRECY)
CHAIN = Guard(_chain_complete, CHAIN_RULE)
CORRECTION_IN_TIME = Guard(_correction_in_time, _CORRECTION)
CORRECTED = Guard(_corrected, _CORRECTION)
EXTENSION_IN_TIME = Guard(_extended_in_time, EXTENSION)
ANSWERED = Guard(_third_party_answered, THIRD_PARTY)
ORGAN_ANSWERED = Guard(_organ_answered, ORGAN)
GROUND = Guard(_ground_given, "disclosure.reply_types")
