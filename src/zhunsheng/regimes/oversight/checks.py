"""What cannot be true within one row; what merely breaks a rule is left to the guards."""

from typing import Any

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.regimes.oversight.models import Feedback, Role


def _in_order(earlier: Any, later: Any) -> bool:
    """True unless both are given and the second lies before the first."""
    return earlier is None or later is None or bool(earlier <= later)


def _since_assigned(field: str, zh: str, en: str) -> RowCheck:
    return RowCheck(
        field,
        lambda row: _in_order(row.assigned_on, getattr(row, field)),
        f"{zh}早于交办日期；请核对两个日期",
        f"{en} before it was assigned; check both dates",
    )


SUBMISSION_CHECKS = (
    _since_assigned("disputed_on", "申请改办日期", "called not ours"),
    RowCheck(
        "reassigned_on",
        lambda row: (
            row.reassigned_on is None
            or (row.disputed_on is not None and row.disputed_on <= row.reassigned_on)
        ),
        "改交其他单位须先书面申请改办，改交日期也不得早于申请日期；请补填或核对",
        "it goes to another after it was called not ours; fill in or check that day",
    ),
    RowCheck(
        "reassigned_on",
        lambda row: (
            row.reassigned_on is None or (row.replied_on is None and row.opinion_sent_on is None)
        ),
        "已改交其他单位的由该单位答复；请清空改交日期，或者清空答复、协办意见日期",
        "the other unit answers what went to it; clear that day, or those of reply and opinion",
    ),
    _since_assigned("contacted_on", "沟通日期", "contacted"),
    _since_assigned("extended_on", "延期批准日期", "extended"),
    _since_assigned("opinion_sent_on", "协办意见日期", "the opinion was sent"),
    _since_assigned("replied_on", "答复日期", "answered"),
    RowCheck(
        "replied_on",
        lambda row: row.role != Role.CO or row.replied_on is None,
        "协办件由主办单位答复，请填写协办意见日期",
        "the lead answers a co-handled one; give the day the opinion was sent",
    ),
    RowCheck(
        "opinion_sent_on",
        lambda row: row.role == Role.CO or row.opinion_sent_on is None,
        "只有协办件填写协办意见日期",
        "only a co-handled one has an opinion to send",
    ),
    RowCheck(
        "extended_on",
        lambda row: row.role != Role.CO or row.extended_on is None,
        "延期的是答复期限，协办件没有答复期限；请清空延期批准日期",
        "it is the term of the reply that is extended; a co-handled one has none",
    ),
    RowCheck(
        "reply_number",
        lambda row: bool(row.reply_number) == (row.replied_on is not None),
        "答复日期和答复文号须同时填写，或同时留空",
        "the day and the number of the reply are filled together or not at all",
    ),
    RowCheck(
        "feedback",
        lambda row: bool(row.feedback) == (row.feedback_on is not None),
        "反馈日期和代表委员意见须同时填写，或同时留空",
        "the day of the feedback and the feedback are filled together or not at all",
    ),
    RowCheck(
        "feedback",
        lambda row: not row.feedback or row.replied_on is not None,
        "反馈须有对应的答复；请补填答复日期，协办件不登记反馈",
        "feedback needs its reply; fill in the reply's day, a co-handled one has no feedback",
    ),
    RowCheck(
        "replied_again_on",
        lambda row: (
            row.replied_again_on is None
            or (row.feedback == Feedback.DISSATISFIED and row.replied_again_on >= row.feedback_on)
        ),
        "只有反馈不满意的才重新答复，重新答复日期也不得早于反馈日期；请核对",
        "only a dissatisfying reply is given again, and not before the feedback; check both",
    ),
    RowCheck(
        "feedback_again",
        lambda row: bool(row.feedback_again) == (row.feedback_again_on is not None),
        "再次反馈日期和再次反馈意见须同时填写，或同时留空",
        "the day of the second feedback and the feedback are filled together or not at all",
    ),
    RowCheck(
        "feedback_again",
        lambda row: not row.feedback_again or row.replied_again_on is not None,
        "再次反馈须有对应的重新答复；请补填重新答复日期",
        "a second feedback needs its second reply; fill in that reply's day",
    ),
    RowCheck(
        "reply_published_on",
        lambda row: row.reply_published_on is None or row.replied_on is not None,
        "没有答复就没有可公开的复文；请补填答复日期，协办件由主办单位公开",
        "there is no reply to publish; fill in its day, the lead publishes a co-handled one",
    ),
)

ACT_CHECKS = (
    RowCheck(
        "followed_up_on",
        lambda row: _in_order(row.held_on, row.followed_up_on),
        "落实情况报告日期早于监督日期；请核对两个日期",
        "followed up before it was held; check both dates",
    ),
)

REMARK_CHECKS = (
    RowCheck(
        "answered_on",
        lambda row: _in_order(row.made_on, row.answered_on),
        "答复日期早于提出日期；请核对两个日期",
        "answered before it was made; check both dates",
    ),
    RowCheck(
        "answer",
        lambda row: bool(row.answer) == (row.answered_on is not None),
        "答复日期和答复内容须同时填写，或同时留空",
        "the day of the answer and the answer are filled together or not at all",
    ),
    RowCheck(
        "closed_on",
        lambda row: _in_order(row.made_on, row.closed_on),
        "销号日期早于提出日期；请核对两个日期",
        "closed before it was made; check both dates",
    ),
)

CONTACT_CHECKS = (
    RowCheck(
        "met_on",
        lambda row: row.met_on >= row.submission.assigned_on,
        "联系日期早于交办日期；请核对两个日期",
        "spoken to before it was assigned; check both dates",
        beside="submission",
    ),
)
REPORT_CHECKS = (
    RowCheck(
        "sent_on",
        lambda row: row.sent_on is None or row.sent_on >= row.assigned_on,
        "报送日期早于部署日期；请核对两个日期",
        "sent before it was begun; check both dates",
    ),
)
