"""How a submission is handled, and how a remark of the resident team is closed."""

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.oversight.guards import CONTACT, NUMBERED, PUBLISH_REPLY, RESULT_CLASS
from zhunsheng.regimes.oversight.models import Submission, TeamRemark

_HANDLERS = (Role.RECORDER, Role.DIVISION_HEAD)
_SIGNERS = (Role.PRINCIPAL, Role.DEPUTY_HEAD)
_OPEN = ("assigned", "contacted", "extended")

HANDLING = Procedure(
    key="oversight.handling",
    of=Submission,
    zh="建议提案办理程序",
    en="handling a submission",
    initial="assigned",
    stages=(
        Stage("assigned", "已交办", "assigned"),
        Stage("contacted", "已沟通", "contacted"),
        Stage("extended", "已延期", "extended"),
        Stage("opinion_sent", "已送协办意见", "opinion sent", rests=True),
        Stage("replied", "已答复", "replied"),
        Stage("answered_for", "已反馈", "feedback given"),
        Stage("published", "复文已公开", "reply published", rests=True),
    ),
    transitions=(
        Transition(
            "contact", ("assigned", "extended"), "contacted", "与代表委员沟通",
            "contact the deputy or member", _HANDLERS, sets=("contacted_on",),
        ),
        Transition(
            "extend", ("assigned", "contacted"), "extended", "批准延期",
            "extend the term", _SIGNERS, sets=("extended_on",),
        ),
        Transition(
            "send_opinion", _OPEN, "opinion_sent", "送协办意见",
            "send the opinion to the lead", _SIGNERS, sets=("opinion_sent_on",),
        ),
        Transition(
            "reply", _OPEN, "replied", "签发答复", "sign the reply", _SIGNERS,
            sets=("replied_on",), asks=("reply_number", "result_class"),
            guards=(CONTACT, NUMBERED, RESULT_CLASS), not_same_as=("record",),
        ),
        Transition(
            "give_feedback", ("replied", "published"), "answered_for", "登记反馈意见",
            "record the feedback", _HANDLERS, sets=("feedback_on",), asks=("feedback",),
        ),
        Transition(
            "publish_reply", ("replied", "answered_for"), "published", "公开复文",
            "publish the reply", Role.OFFICE, sets=("reply_published_on",),
            guards=(PUBLISH_REPLY,),
        ),
    ),
)  # fmt: skip

CLOSING = Procedure(
    key="oversight.remark",
    of=TeamRemark,
    zh="派驻组意见办理程序",
    en="handling a remark of the resident team",
    initial="made",
    stages=(
        Stage("made", "已提出", "made"),
        Stage("answered", "已答复", "answered"),
        Stage("closed", "已销号", "closed", rests=True),
    ),
    transitions=(
        Transition(
            "answer", "made", "answered", "答复", "answer", (*_HANDLERS, Role.LEGAL_OFFICER),
            sets=("answered_on",), asks=("answer",),
        ),
        Transition(
            "close", "answered", "closed", "销号", "close",
            (Role.RESIDENT_TEAM, Role.LEGAL_OFFICER), sets=("closed_on",),
            not_same_as=("answer",),
        ),
    ),
)  # fmt: skip
