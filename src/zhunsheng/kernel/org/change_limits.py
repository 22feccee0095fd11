"""Changes to a limit: a default that no verified law fixes, set by the agency for itself."""

import re
from collections.abc import Mapping

from zhunsheng.kernel.duty.moves import due_dates, moves
from zhunsheng.kernel.duty.refresh import refresh_all
from zhunsheng.kernel.errors import InvalidError, NotPossibleError
from zhunsheng.kernel.limits import kept, may_set, under
from zhunsheng.kernel.org.answers import fault
from zhunsheng.kernel.org.change import Ask, Asked, Kind, Told
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.registry import law_with
from zhunsheng.statute.errors import StatuteError, UnknownRuleError
from zhunsheng.statute.law import Rule
from zhunsheng.statute.measure import DATE, measured
from zhunsheng.statute.term import FixedDate

_MOST = 3650
_DAY = re.compile(r"(\d{1,2})(?:-|月)(\d{1,2})日?", re.ASCII)  # 2-15 or 2月15日


def _set(agency: Agency, values: Mapping[str, str]) -> Told:
    key, _, name = values.get("limit", "").partition("/")
    default = _settable(key, name)
    now = law_with(kept(agency.limits)).rule(key)
    wanted = _numbers(name, values.get("value", "").strip())
    before, after = measured(name, now.values), measured(name, {**now.values, **wanted})
    if before == after:
        raise NotPossibleError(
            f"“{now.zh}”现在就是{before[0]}，没有变化。", f"it is {before[1]} already: {now.en}."
        )
    others = {k: v for k, v in agency.limits.items() if k not in {f"{key}/{n}" for n in wanted}}
    changed = {f"{key}/{n}": v for n, v in wanted.items() if v != default.values[n]}
    agency.limits = others | changed
    agency.save(update_fields=["limits"])
    moved = _moved(agency)
    return Told(
        f"期限“{now.zh}”由{before[0]}改为{after[0]}，{moved}个到期日随之变动",
        f"limit '{now.en}': {before[1]} becomes {after[1]}; due dates that move: {moved}",
    )


def _moved(agency: Agency) -> int:
    """How many due dates of the agency's rows move with its new limits."""
    before = due_dates(agency.pk)
    with under(agency.pk, kept(agency.limits)):
        try:
            refresh_all(agency.pk)
        except StatuteError as error:
            raise _wrong(error) from error
    return len(moves(before, due_dates(agency.pk)))


def _settable(key: str, name: str) -> Rule:
    """The rule with its defaults. Errors: NotPossibleError where verified law fixes the number."""
    try:
        rule = law_with(()).rule(key)
    except UnknownRuleError:
        raise fault("期限", "请从列表中选择。", "choose one of the list.") from None
    if not may_set(rule, name):
        raise NotPossibleError(
            f"“{rule.zh}”由{rule.citation()}规定，本单位不能更改。",
            f"{rule.citation('en')} fixes it; an agency cannot change it.",
        )
    return rule


def _numbers(name: str, text: str) -> dict[str, int]:
    if name == DATE:
        found = _DAY.fullmatch(text)
        if found is None:
            raise fault("改为", "应为一年中的一天，写成2-15。", "is a day of the year: write 2-15.")
        month, day = int(found[1]), int(found[2])
        try:
            FixedDate(month, day)
        except StatuteError as error:
            raise _wrong(error) from error
        return {"month": month, "day": day}
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= _MOST:
        raise fault("改为", f"应为1至{_MOST}的整数。", f"is a whole number from 1 to {_MOST}.")
    return {name: int(text)}


def _wrong(error: StatuteError) -> InvalidError:
    return fault("改为", error.zh, error.en)


LIMITS = (
    Kind(
        "limit", "调整期限", "change a limit",
        (
            Asked("limit", "期限", "limit", Ask.LIMIT, most=120),
            Asked("value", "改为（填数字；一年中的一天写成2-15）",
                  "becomes (a number; a day of the year as 2-15)", most=10),
        ),
        _set,
    ),
)  # fmt: skip
