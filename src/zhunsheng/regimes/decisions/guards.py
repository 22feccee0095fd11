"""What a decision must have behind it before each step, asked of the record's own dates."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from zhunsheng.kernel.declare import (
    Calendar,
    Context,
    Guard,
    Outcome,
    failed,
    has,
    kept,
    not_applicable,
)

Test = Callable[[Any, Context], Outcome]


def _guard(rule: str, test: Test) -> Guard:
    """The guard of a rule on major decisions: a key matter alone is not reached by it."""

    def asked(record: Any, context: Context) -> Outcome:
        if not record.major:
            return not_applicable("不属于重大行政决策", "not a major administrative decision")
        return test(record, context)

    return Guard(asked, rule)


def _done(day: str, reason: str, *, zh: str, en: str) -> Test:
    """Done by then, or a reason says why it is not needed."""

    def test(record: Any, context: Context) -> Outcome:
        if why := getattr(record, reason):
            return not_applicable(why, why)
        on: date | None = getattr(record, day)
        if on is None:
            return failed(
                f"没有{zh}的登记，也没有说明不需要的理由",
                f"no {en} is recorded, nor why none is needed",
            )
        if on > context.on:
            return failed(f"{zh}于{on}才完成", f"the {en} was only finished on {on}")
        return kept()

    return test


def _participation(record: Any, context: Context) -> Outcome:
    if why := record.no_comment_reason:
        return not_applicable(why, why)
    start, end = record.comment_from, record.comment_to
    if start is None or end is None:
        return failed(
            "没有登记公开征求意见的起止日期，也没有说明不公开征求意见的理由",
            "the days of public comment are not recorded, nor why there is none",
        )
    if end > context.on:
        return failed(f"公开征求意见至{end}才截止", f"public comment is open until {end}")
    least = context.law.rule("decisions.public_participation", context.on).value("days")
    counted = (end - start).days
    # "As a rule not less": a shorter period that states its reason keeps the rule.
    if counted >= least or record.comment_short_reason:
        return kept()
    return failed(
        f"公开征求意见（{start}至{end}）只有{counted}日，一般不少于{least}日，且未说明缩短理由",
        f"public comment ({start} to {end}) lasted {counted} days, as a rule at least {least},"
        " and no reason is stated",
    )


def _hearing(record: Any, context: Context) -> Outcome:
    if record.hearing_on is None:
        return not_applicable("没有举行听证", "no hearing was held")
    if record.hearing_papers_on is None:
        return failed(
            "没有登记听证材料送达日期", "when the hearing papers went out is not recorded"
        )
    least = context.law.rule("decisions.hearing_materials", context.on).value("days")
    ahead = (record.hearing_on - record.hearing_papers_on).days
    if ahead >= least:
        return kept()
    return failed(
        f"听证材料只提前{ahead}日送达，应提前{least}日",
        f"the hearing papers went out {ahead} days ahead, not {least}",
    )


def _legality(record: Any, context: Context) -> Outcome:
    if record.exploratory_risk:
        return not_applicable(
            f"探索性改革事项，已明示法律风险：{record.exploratory_risk}",
            f"an exploratory reform whose legal risk is stated: {record.exploratory_risk}",
        )
    if record.reviewed_on is None or record.reviewed_on > context.on:
        return failed("未经合法性审查", "it has not been reviewed for legality")
    if record.legality == "unlawful":
        return failed("经合法性审查不合法", "the review found it unlawful")
    return kept()


def _review_long_enough(record: Any, context: Context) -> Outcome:
    start, end = record.review_from, record.reviewed_on
    if start is None or end is None:
        return not_applicable("审查起止日期不全", "the days of review are not both recorded")
    least = context.law.rule("decisions.legality_review_term", context.on).value("working_days")
    counted = _working_days(start, end, context.calendar)
    if counted >= least or record.review_short_reason:
        return kept()
    return failed(
        f"合法性审查只有{counted}个工作日，一般不少于{least}个工作日，且未说明理由",
        f"the review took {counted} working days, as a rule at least {least}, and no reason is"
        " stated",
    )


def _counsel(record: Any, context: Context) -> Outcome:
    """Named in the row, or shown by an opinion linked to it."""
    return kept() if record.counsel_heard else has("legal_opinion")(record, context)


def _papers(record: Any, _: Context) -> Outcome:
    if record.comment_to is not None and record.comments_adopted is None:
        return failed(
            "缺少公众意见采纳情况说明", "what was adopted of the public's comments is not stated"
        )
    return kept()


def _decided_together(record: Any, _: Context) -> Outcome:
    if record.for_whom == "city_government":
        return not_applicable("由市政府会议讨论决定", "decided at the city government's meeting")
    if record.meeting is None:
        return failed("没有登记讨论决定的会议", "the meeting that decided it is not recorded")
    if not record.meeting.principal_last:
        return failed("主要负责人没有末位表态", "the principal did not speak last")
    return kept()


def _key_decided_together(record: Any, _: Context) -> Outcome:
    if not record.key_matter:
        return not_applicable("不属于三重一大事项", "not a key matter")
    if record.meeting is None:
        return failed("没有登记讨论决定的会议", "the meeting that decided it is not recorded")
    return kept()


def _reported(record: Any, context: Context) -> Outcome:
    on = record.party_reported_on
    if on is None or on > context.on:
        return failed(
            "出台前没有向同级党委请示报告的登记",
            "no report to the Party committee before issue is recorded",
        )
    return kept()


def _published(record: Any, _: Context) -> Outcome:
    if record.not_published_reason:
        return not_applicable(record.not_published_reason, record.not_published_reason)
    if record.published_on is None:
        return failed(
            "没有公布，也没有说明不公布的理由", "it was not published, nor is said why not"
        )
    return kept()


def _working_days(start: date, end: date, calendar: Calendar) -> int:
    """Working days after `start`, up to and with `end`."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(1 for day in days if calendar.is_working(day))


def _agreed(record: Any, context: Context) -> Outcome:
    if record.for_whom == "city_government":
        return not_applicable(
            "市政府的目录由市政府报请同意并公布", "the city government has its own list agreed"
        )
    on = record.agreed_on
    if on is None or on > context.on:
        return failed(
            "目录公布前没有同级党委同意的登记",
            "no agreement of the Party committee before the list is published is recorded",
        )
    return kept()


def _changed_by_procedure(record: Any, context: Context) -> Outcome:
    on = record.decided_on
    if on is None or on > context.on:
        return failed(
            "变更前没有登记履行法定程序作出的变更决定",
            "no decision by procedure before the change is recorded",
        )
    return kept()


def _change_decided_together(record: Any, _: Context) -> Outcome:
    if record.for_whom == "city_government":
        return not_applicable("由市政府会议讨论决定", "decided at the city government's meeting")
    if record.meeting is None:
        return failed(
            "没有登记决定变更的会议", "the meeting that decided the change is not recorded"
        )
    return kept()


def _evaluated_by_another(field: str, zh: str, en: str) -> Test:
    def test(record: Any, _: Context) -> Outcome:
        other, own = getattr(record, field).strip(), record.evaluated_by.strip()
        if other and other == own:
            return failed(f"后评估单位“{own}”就是{zh}", f"{own} evaluated, and {en}")
        return kept()

    return test


PARTICIPATION = _guard("decisions.public_participation", _participation)
HEARING = _guard("decisions.hearing_materials", _hearing)
EXPERTS = _guard(
    "decisions.expert_argument",
    _done("experts_on", "no_experts_reason", zh="专家论证", en="expert argument"),
)
RISK = _guard(
    "decisions.risk_assessment",
    _done("risk_on", "no_risk_reason", zh="风险评估", en="risk assessment"),
)
COMPETITION = _guard(
    "norms.fair_competition_review",
    _done(
        "competition_on",
        "no_competition_reason",
        zh="公平竞争审查",
        en="fair-competition review",
    ),
)
LEGALITY = _guard("decisions.legality_review", _legality)
REVIEW_TERM = _guard("decisions.legality_review_term", _review_long_enough)
COUNSEL = _guard("decisions.counsel_heard", _counsel)
PAPERS = _guard("decisions.tabling_papers", _papers)
COLLECTIVE = _guard("decisions.collective_discussion", _decided_together)
KEY_COLLECTIVE = Guard(_key_decided_together, "decisions.key_matters")
PARTY_REPORT = _guard("decisions.party_report", _reported)
PUBLICATION = _guard("decisions.publication", _published)
EVALUATOR = _guard(
    "decisions.evaluator",
    _evaluated_by_another(
        "assessed_by", "决策前承担主要论证评估工作的单位", "had mainly assessed it beforehand"
    ),
)
EVALUATOR_APART = _guard(
    "decisions.evaluator_apart",
    _evaluated_by_another("executed_by", "决策的执行单位", "had carried it out"),
)
LIST_AGREED = Guard(_agreed, "decisions.list")
CHANGED_BY_PROCEDURE = Guard(_changed_by_procedure, "decisions.change")
CHANGE_TOGETHER = Guard(_change_decided_together, "decisions.change")

#: What must be complete before a major decision is tabled: a set, not a sequence.
BEFORE_TABLING = (
    PARTICIPATION,
    HEARING,
    EXPERTS,
    RISK,
    COMPETITION,
    LEGALITY,
    REVIEW_TERM,
    COUNSEL,
    PAPERS,
)
