"""Inspections, and hazards: carried in + found = crossed off + still open."""

from django.db.models import F, Q

from zhunsheng.kernel.declare import (
    END,
    START,
    Figure,
    Identity,
    Rate,
    Stock,
    Total,
    by,
    exists,
    met_on_time,
)
from zhunsheng.regimes.emergency.models import Hazard, Inspection

_OPEN = Stock(since="found_on", until="closed_on")
_RULE, _REMOVAL = "emergency.rectify", "emergency.hazard_removal"
_LATE = Q(rectified_on__isnull=True) | Q(rectified_on__gt=F("rectify_by"))


def _inspections(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(key, zh, en, "次", of=Inspection, dated_by="held_on", where=where, rule=_REMOVAL)


def _due(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(
        key, zh, en, "处", of=Hazard, dated_by="rectify_by", where=where, rule=_RULE,
        note_zh="按整改时限所在年度计。", note_en="By the day it was to be rectified by.",
    )  # fmt: skip


def _closed(key: str, zh: str, en: str, where: Q | None = None, rule: str = _REMOVAL) -> Figure:
    return Figure(key, zh, en, "处", of=Hazard, dated_by="closed_on", where=where, rule=rule)


FIGURES = (
    _inspections("emergency.inspections", "开展安全检查", "safety inspections"),
    _inspections(
        "emergency.inspections.led", "局领导带队的安全检查",
        "inspections led by a head of the bureau", Q(by_leader=True),
    ),
    _inspections(
        "emergency.inspections.clear", "没有发现隐患的安全检查", "inspections that found nothing",
        ~Q(exists(Hazard, "inspection")),
    ),
    Figure(
        "emergency.hazards", "发现安全隐患", "hazards found", "处",
        of=Hazard, dated_by="found_on", rule=_REMOVAL,
        parts=by("grade", ("general", "一般隐患", "general"), ("major", "重大隐患", "major")),
    ),
    Figure(
        "emergency.hazards.carried_in", "上年结转安全隐患", "hazards carried in", "处",
        of=Hazard, measure=_OPEN, at=START,
    ),
    _closed("emergency.hazards.closed", "销号安全隐患", "hazards crossed off"),
    Figure(
        "emergency.hazards.open", "年末尚未销号安全隐患", "hazards open at the end of the year",
        "处", of=Hazard, measure=_OPEN, at=END, rule=_REMOVAL,
    ),
    Figure(
        "emergency.hazards.to_close", "应当销号安全隐患", "hazards to cross off", "处",
        measure=Total(("emergency.hazards.carried_in", "emergency.hazards")),
        note_zh="上年结转与当年发现之和。", note_en="Carried in and found in the year.",
    ),
    Figure(
        "emergency.hazards.rate", "安全隐患销号率", "share of hazards crossed off", "%",
        measure=Rate("emergency.hazards.closed", "emergency.hazards.to_close"), rule=_REMOVAL,
    ),
    _due("emergency.hazards.due", "整改时限届满的安全隐患", "hazards due in the year"),
    _due(
        "emergency.hazards.on_time", "按期整改的安全隐患", "hazards rectified on time",
        Q(met_on_time("emergency.rectify")),
    ),
    _due(
        "emergency.hazards.overdue", "逾期整改或者逾期未改的安全隐患",
        "hazards rectified late or not at all", _LATE,
    ),
    Figure(
        "emergency.hazards.on_time.rate", "安全隐患按期整改率", "share rectified on time", "%",
        measure=Rate("emergency.hazards.on_time", "emergency.hazards.due"), rule=_RULE,
    ),
    _closed(
        "emergency.hazards.closed_unchecked", "未经复查销号的安全隐患",
        "hazards crossed off without a re-check",
        Q(rechecked_on__isnull=True) | Q(rechecked_on__gt=F("closed_on")), "emergency.close",
    ),
    Figure(
        "emergency.hazards.same_person", "整改和复查为同一人的安全隐患",
        "hazards rectified and re-checked by one person", "处",
        of=Hazard, dated_by="rechecked_on", where=~Q(rectifier="") & Q(rechecker=F("rectifier")),
        rule="emergency.recheck_apart",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="emergency.hazards",
        zh="上年结转加当年发现的安全隐患等于销号加年末尚未销号",
        en="carried in + found = crossed off + open",
        left=("emergency.hazards.carried_in", "emergency.hazards"),
        right=("emergency.hazards.closed", "emergency.hazards.open"),
    ),
    Identity(
        key="emergency.hazards.due",
        zh="整改时限届满的安全隐患等于按期整改加逾期",
        en="due = rectified on time + overdue",
        left=("emergency.hazards.due",),
        right=("emergency.hazards.on_time", "emergency.hazards.overdue"),
    ),
)
