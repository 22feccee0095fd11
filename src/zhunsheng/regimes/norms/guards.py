"""The rules a document must keep on its way, each asked of the record's own dates."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import Context, Guard, Outcome, failed, has, kept, not_applicable
from zhunsheng.regimes.norms.periods import days_after, validity_limit, working_days_in

Test = Callable[[Any, Context], Outcome]


def _guard(rule: str, test: Test) -> Guard:
    """The guard of a rule, which reaches normative documents only."""

    def asked(record: Any, context: Context) -> Outcome:
        if not record.normative:
            return not_applicable("不属于规范性文件", "not a normative document")
        return test(record, context)

    return Guard(asked, rule)


def _comment_long_enough(record: Any, context: Context) -> Outcome:
    if not record.affects_rights:
        return not_applicable("不涉及重大权益", "no rights or vital interests are affected")
    least = context.law.rule("norms.comment_period", context.on).value("working_days")
    if (wanting := _comment_unfinished(record, context.on)) is not None:
        return wanting
    counted = working_days_in(record.comment_from, record.comment_to, context.calendar)
    if counted >= least:
        return kept()
    return failed(
        f"公开征求意见{_span(record)}只有{counted}个工作日，不足{least}个工作日",
        f"public comment ({_span_en(record)}) lasted {counted} working days, fewer than {least}",
    )


def _market_comment_long_enough(record: Any, context: Context) -> Outcome:
    if not record.market_related:
        return not_applicable("与经营主体生产经营无密切关系", "market players are not concerned")
    least = context.law.rule("norms.market_comment_period", context.on).value("days")
    if (wanting := _comment_unfinished(record, context.on)) is not None:
        return wanting
    counted = days_after(record.comment_from, record.comment_to)
    # "As a rule not less": a shorter period that states its reason keeps the rule.
    if counted >= least or record.comment_short_reason:
        return kept()
    return failed(
        f"公开征求意见{_span(record)}只有{counted}日，一般不少于{least}日，且未说明缩短理由",
        f"public comment ({_span_en(record)}) lasted {counted} days, as a rule at least {least},"
        " and no reason is stated",
    )


def _comment_unfinished(record: Any, on: date) -> Outcome | None:
    if record.comment_from is None or record.comment_to is None:
        return failed(
            "没有登记公开征求意见的起止日期", "the days of public comment are not recorded"
        )
    if record.comment_to > on:
        return failed(
            f"公开征求意见至{record.comment_to}才截止",
            f"public comment is open until {record.comment_to}",
        )
    return None


def _competition_reviewed(record: Any, context: Context) -> Outcome:
    if not record.market_related:
        return not_applicable("不涉及经营主体经济活动", "market players are not concerned")
    on = record.fair_competition_on
    if on is None:
        return failed("没有开展公平竞争审查的登记", "no fair-competition review is recorded")
    if on > context.on:
        return failed(
            f"公平竞争审查于{on}才完成", f"it was reviewed for fair competition only on {on}"
        )
    return kept()


def _legality_examined(record: Any, context: Context) -> Outcome:
    on, body = record.examined_on, record.examination_body
    if on is None or on > context.on:
        return failed("尚未完成合法性审核", "it has not been examined for legality")
    if not body:
        return failed("没有登记审核机构", "the examining body is not recorded")
    if body == record.division.name:
        return failed(
            f"由起草科室{body}自行审核，应由其他机构审核",
            f"the drafting division ({body}) examined its own draft",
        )
    return kept()


def _examination_long_enough(record: Any, context: Context) -> Outcome:
    start, end = record.examination_from, record.examined_on
    if start is None or end is None:
        return not_applicable("审核起止日期不全", "the days of examination are not both recorded")
    rule = context.law.rule("norms.legality_examination_term", context.on)
    least = rule.value("min_working_days")
    counted = working_days_in(start, end, context.calendar)
    if counted >= least or record.examination_short_reason:
        return kept()
    return failed(
        f"合法性审核只有{counted}个工作日，一般不少于{least}个工作日，且未说明理由",
        f"the examination took {counted} working days, as a rule at least {least}, and no reason"
        " is stated",
    )


def _decided_collectively(record: Any, context: Context) -> Outcome:
    if record.decided_on is None or record.decided_on > context.on:
        return failed("尚未经集体审议决定", "it has not been decided collectively")
    return kept()


def _registered(record: Any, _: Context) -> Outcome:
    wanting = [
        names
        for value, names in (
            (record.number, ("文号", "document number")),
            (record.registration_number, ("统一登记号", "registration number")),
        )
        if not value
    ]
    if not wanting:
        return kept()
    zh, en = "和".join(z for z, _ in wanting), " and ".join(e for _, e in wanting)
    return failed(f"没有{zh}", f"it has no {en}")


def _countersigned(record: Any, context: Context) -> Outcome:
    if record.issuing != "joint_lead":
        return not_applicable("不是本单位牵头联合制定", "not a joint document led here")
    others = [o for o in record.co_issuers.all() if o.standing != "voided"]
    if not others:
        return failed("没有登记联合制定单位", "no co-issuer is recorded")
    left = [
        other.organ
        for other in sorted(others, key=lambda o: o.place)
        if other.countersigned_on is None or other.countersigned_on > context.on
    ]
    if not left:
        return kept()
    return failed(f"{'、'.join(left)}尚未会签", f"not countersigned yet by {', '.join(left)}")


def _numbered_by_leader(record: Any, _: Context) -> Outcome:
    if record.issuing != "joint_lead" or not record.number:
        return not_applicable("不是本单位牵头联合制定，或者尚未编号", "not led here, or no number")
    mark = record.agency.document_mark
    if record.number.startswith(mark):
        return kept()
    return failed(
        f"文号“{record.number}”不是牵头单位的发文字号（应以“{mark}”开头）",
        f"the number '{record.number}' is not the leader's, which begins with '{mark}'",
    )


def _valid_not_too_long(record: Any, context: Context) -> Outcome:
    if record.valid_until is None:
        return not_applicable("没有规定有效期", "no validity is stated")
    rule = context.law.rule("norms.validity", context.on)
    trial = "暂行" in record.title or "试行" in record.title  # interim, on trial
    years = rule.value("trial_years" if trial else "years")
    start = record.effective_on or record.published_on or context.on
    limit = validity_limit(start, years)
    if record.valid_until <= limit:
        return kept()
    kind = ("暂行、试行文件", "documents on trial") if trial else ("文件", "documents")
    return failed(
        f"有效期至{record.valid_until}，{kind[0]}的有效期不超过{years}年（至{limit}）",
        f"valid until {record.valid_until}; {kind[1]} are valid for {years} years, to {limit}",
    )


def _published_first(record: Any, context: Context) -> Outcome:
    if record.published_on is None or record.published_on > context.on:
        return failed("尚未公布，不得施行", "it is not published and cannot take effect")
    return kept()


def _concluded_in_cleanup(record: Any, _: Context) -> Outcome:
    if record.ended_how != "declared_invalid":
        return not_applicable("不是宣布失效", "it is not declared invalid")
    concluded = record.conclusions.filter(conclusion="declared_invalid")
    if concluded.exclude(standing="voided").exists():
        return kept()
    return failed("清理结论中没有宣布其失效的一条", "no clean-up concluded that it is invalid")


def _counsel_heard(record: Any, context: Context) -> Outcome:
    """Named in the row, or shown by an opinion linked to it."""
    return kept() if record.counsel_heard else has("legal_opinion")(record, context)


COMMENT = _guard("norms.comment_period", _comment_long_enough)
MARKET_COMMENT = _guard("norms.market_comment_period", _market_comment_long_enough)
FAIR_COMPETITION = _guard("norms.fair_competition_review", _competition_reviewed)
LEGALITY = _guard("norms.legality_examination", _legality_examined)
EXAMINATION_TERM = _guard("norms.legality_examination_term", _examination_long_enough)
COUNSEL = _guard("norms.counsel_heard", _counsel_heard)
COLLECTIVE_DECISION = _guard("norms.collective_decision", _decided_collectively)
REGISTRATION = _guard("norms.registration", _registered)
COUNTERSIGNED = _guard("norms.co_issuers", _countersigned)
LEADER_NUMBER = _guard("norms.joint_number", _numbered_by_leader)
VALIDITY = _guard("norms.validity", _valid_not_too_long)
PUBLICATION = _guard("norms.publication", _published_first)
CLEANUP = _guard("norms.cleanup", _concluded_in_cleanup)

#: What must be complete before a document is tabled: a set, not a sequence.
BEFORE_TABLING = (COMMENT, MARKET_COMMENT, FAIR_COMPETITION, LEGALITY, EXAMINATION_TERM, COUNSEL)


def _span(record: Any) -> str:
    return f"（{record.comment_from}至{record.comment_to}）"


def _span_en(record: Any) -> str:
    return f"{record.comment_from} to {record.comment_to}"
