"""Penalty cases: carried in + filed = decided by outcome + carried out."""

from django.db.models import F, Q

from zhunsheng.kernel.declare import (
    END,
    START,
    Figure,
    Identity,
    Rate,
    Stock,
    Sum,
    by,
    met_on_time,
)
from zhunsheng.regimes.enforcement.models import PenaltyCase

_OPEN = Stock(since="filed_on", until="decided_on")
_TERM, _REVIEW = "enforcement.decision_term", "enforcement.legal_review"
_PUBLISH = "enforcement.publish_penalty"
_PENALISED = Q(outcome="penalised")
_MAJOR = _PENALISED & Q(major=True)
_PASSED = Q(review__in=("passed", "corrected"), reviewed_on__lte=F("decided_on"))
_TO_PUBLISH = _PENALISED & Q(not_public_reason="")


def _decided(key: str, zh: str, en: str, where: Q | None = None, rule: str = "") -> Figure:
    return Figure(
        key, zh, en, "件", of=PenaltyCase, dated_by="decided_on", where=where, rule=rule,
        note_zh="按决定日期计。", note_en="By the day of the decision.",
    )  # fmt: skip


def _share(key: str, zh: str, en: str, numerator: str, denominator: str, rule: str) -> Figure:
    return Figure(key, zh, en, "%", measure=Rate(numerator, denominator), rule=rule)


FIGURES = (
    Figure(
        "enforcement.cases.carried_in", "上年结转行政处罚案件", "cases carried in", "件",
        of=PenaltyCase, measure=_OPEN, at=START,
    ),
    Figure(
        "enforcement.cases.filed", "行政处罚立案", "cases filed", "件",
        of=PenaltyCase, dated_by="filed_on",
    ),
    Figure(
        "enforcement.cases.decided", "作出处理决定的案件", "cases decided", "件",
        of=PenaltyCase, dated_by="decided_on", rule=_TERM,
        parts=by(
            "outcome",
            ("penalised", "给予行政处罚", "penalised"),
            ("not_penalised", "不予行政处罚", "not penalised"),
            ("transferred", "移送司法机关", "transferred"),
            ("withdrawn", "撤销立案", "withdrawn"),
        ),
        note_zh="按决定日期计。", note_en="By the day of the decision.",
    ),
    Figure(
        "enforcement.cases.carried_out", "结转下年行政处罚案件", "cases carried out", "件",
        of=PenaltyCase, measure=_OPEN, at=END,
    ),
    Figure(
        "enforcement.cases.closed", "结案的行政处罚案件", "cases closed", "件",
        of=PenaltyCase, dated_by="closed_on",
    ),
    _decided(
        "enforcement.cases.on_time", "按期作出处理决定的案件", "cases decided on time",
        Q(met_on_time("enforcement.decide")), _TERM,
    ),
    _share(
        "enforcement.cases.on_time.rate", "按期决定率", "share decided on time",
        "enforcement.cases.on_time", "enforcement.cases.decided", _TERM,
    ),
    Figure(
        "enforcement.cases.heard", "举行听证的案件", "cases heard", "件",
        of=PenaltyCase, dated_by="heard_on", rule="enforcement.hearing",
    ),
    Figure(
        "enforcement.penalties", "行政处罚决定", "penalties", "件",
        of=PenaltyCase, dated_by="decided_on", where=_PENALISED,
        parts=by(
            "penalty",
            ("warning", "警告、通报批评", "warning or criticism"),
            ("fine", "罚款、没收", "fine or confiscation"),
            ("licence", "暂扣、降低或者吊销许可", "licence"),
            ("restriction", "限制经营或者从业", "restriction"),
            ("other", "其他", "others"),
        ),
        note_zh="一件有几种处罚的，按最重的一种计。",
        note_en="One with several penalties counts under the gravest.",
    ),
    Figure(
        "enforcement.fines", "罚没金额", "fined and confiscated", "元",
        of=PenaltyCase, measure=Sum("fine"), dated_by="decided_on", where=_PENALISED,
        note_zh="决定罚款和没收的金额，按决定日期计，不论是否已经缴纳。",
        note_en="What was decided, by the day of the decision, paid or not.",
    ),
    _decided("enforcement.major", "重大执法决定", "major decisions", _MAJOR, _REVIEW),
    _decided(
        "enforcement.major.reviewed", "经法制审核通过的重大执法决定",
        "major decisions that passed legal review", _MAJOR & _PASSED, _REVIEW,
    ),
    _share(
        "enforcement.major.rate", "重大执法决定法制审核率", "share of major decisions reviewed",
        "enforcement.major.reviewed", "enforcement.major", _REVIEW,
    ),
    _decided(
        "enforcement.penalties.recorded", "有全过程记录的行政处罚", "penalties put on record",
        _PENALISED & ~Q(recording=""), "enforcement.recording",
    ),
    _share(
        "enforcement.penalties.recorded.rate", "行政处罚全过程记录率",
        "share of penalties put on record",
        "enforcement.penalties.recorded", "enforcement.penalties", "enforcement.recording",
    ),
    _decided(
        "enforcement.penalties.public", "应当公开的行政处罚", "penalties to publish",
        _TO_PUBLISH, _PUBLISH,
    ),
    _decided(
        "enforcement.penalties.on_time", "按期公开的行政处罚", "penalties published on time",
        _TO_PUBLISH & Q(met_on_time(_PUBLISH)), _PUBLISH,
    ),
    _share(
        "enforcement.penalties.on_time.rate", "行政处罚按期公开率",
        "share of penalties published on time",
        "enforcement.penalties.on_time", "enforcement.penalties.public", _PUBLISH,
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="enforcement.cases",
        zh="上年结转加当年立案等于当年作出处理决定加结转下年",
        en="carried in + filed = decided + carried out",
        left=("enforcement.cases.carried_in", "enforcement.cases.filed"),
        right=("enforcement.cases.decided", "enforcement.cases.carried_out"),
    ),
)
