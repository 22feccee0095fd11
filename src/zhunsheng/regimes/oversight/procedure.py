"""How a submission is handled, and how a remark of the resident team is closed."""

from typing import Any

from zhunsheng.kernel.declare import Procedure, Role, Stage, Standing, Transition
from zhunsheng.regimes.oversight.guards import (
    ANSWERED,
    CONTACT,
    DISPUTED_IN_TIME,
    EXTENSION_IN_TIME,
    FEEDBACK_AFTER_REPLY,
    FEEDBACK_AFTER_SECOND_REPLY,
    PUBLISH_REPLY,
    RESULT_CLASS,
)
from zhunsheng.regimes.oversight.models import Contact, Submission, TeamRemark
from zhunsheng.regimes.oversight.models import Role as Handling

_HANDLERS = (Role.RECORDER, Role.DIVISION_HEAD)
_SIGNERS = (Role.PRINCIPAL, Role.DEPUTY_HEAD)
_OPEN = ("assigned", "contacted", "extended", "disputed")


def _contact_after_extension(row: Any) -> bool:
    return row.extended_on is not None and row.contacted_on > row.extended_on


def _contact_told_elsewhere(row: Any) -> bool:
    """Contacts entered one by one count alone, and only a reply of its own asks for one."""
    lines = Contact._default_manager.filter(submission=row.pk).exclude(standing=Standing.VOIDED)
    return row.role == Handling.CO or lines.exists()


def _after_publication(row: Any, field: str) -> bool:
    day = getattr(row, field)
    return row.reply_published_on is not None and day > row.reply_published_on


def _either_side(
    key: str, zh: str, en: str, *, before: str, after: str, field: str, **more: Any
) -> tuple[Transition, Transition]:
    """A step of the reply not yet published, and the same step once it is."""
    return (
        Transition(
            key, before, after, zh, en, sets=(field,),
            taken=lambda row: not _after_publication(row, field), **more,
        ),
        Transition(
            f"{key}_after_publication", "published", "published", f"公开后{zh}",
            f"{en} after publication", sets=(field,),
            taken=lambda row: _after_publication(row, field), **more,
        ),
    )  # fmt: skip


_FEEDBACK, _FEEDBACK_LATER = _either_side(
    "give_feedback", "登记反馈意见", "record the feedback",
    before="replied", after="answered_for", field="feedback_on",
    actor=_HANDLERS, asks=("feedback",), guards=FEEDBACK_AFTER_REPLY,
)  # fmt: skip
_AGAIN, _AGAIN_LATER = _either_side(
    "reply_again", "签发重新答复", "sign the second reply",
    before="answered_for", after="replied_again", field="replied_again_on",
    actor=_SIGNERS, not_same_as=("record",),
)  # fmt: skip
_HEARD_AGAIN, _HEARD_AGAIN_LATER = _either_side(
    "give_feedback_again", "登记再次反馈意见", "record the second feedback",
    before="replied_again", after="answered_for", field="feedback_again_on",
    actor=_HANDLERS, asks=("feedback_again",), guards=FEEDBACK_AFTER_SECOND_REPLY,
)  # fmt: skip

HANDLING = Procedure(
    key="oversight.handling",
    of=Submission,
    zh="建议提案办理程序",
    en="handling a submission",
    initial="assigned",
    stages=(
        Stage("assigned", "已交办", "assigned"),
        Stage("disputed", "已申请改办", "called not ours"),
        Stage("reassigned", "已改交其他单位", "assigned to another", rests=True),
        Stage("contacted", "已沟通", "contacted"),
        Stage("extended", "已延期", "extended"),
        Stage("opinion_sent", "已送协办意见", "opinion sent", rests=True),
        Stage("replied", "已答复", "replied"),
        Stage("answered_for", "已反馈", "feedback given"),
        Stage("replied_again", "已重新答复", "replied again"),
        Stage("published", "复文已公开", "reply published", rests=True),
    ),
    transitions=(
        # Nobody passes it on by themselves: whoever assigned it is told in writing and decides.
        # Until then, and where they do not agree, the reply goes on being owed.
        Transition(
            "dispute", ("assigned", "contacted"), "disputed", "书面申请改办", "call it not ours",
            (*_SIGNERS, Role.OFFICE), sets=("disputed_on",), guards=DISPUTED_IN_TIME,
        ),
        Transition(
            "reassign", "disputed", "reassigned", "登记改交其他单位",
            "record that it went to another", (*_HANDLERS, Role.OFFICE), sets=("reassigned_on",),
        ),
        Transition(
            "contact", ("assigned", "disputed", "contacted"), "contacted", "与代表委员沟通",
            "contact the deputy or member", _HANDLERS, sets=("contacted_on",),
            taken=lambda row: not _contact_after_extension(row), idle=_contact_told_elsewhere,
        ),
        # The organ that assigned it lengthens the term; the bureau records that it did.
        Transition(
            "extend", ("assigned", "disputed", "contacted"), "extended", "登记延期批准",
            "record that the term was extended", (*_HANDLERS, Role.OFFICE), sets=("extended_on",),
            guards=EXTENSION_IN_TIME,
        ),
        Transition(
            "contact_after_extension", "extended", "extended", "延期后与代表委员沟通",
            "contact the deputy or member after the extension", _HANDLERS, sets=("contacted_on",),
            taken=_contact_after_extension, idle=_contact_told_elsewhere,
        ),
        Transition(
            "send_opinion", _OPEN, "opinion_sent", "送协办意见",
            "send the opinion to the lead", _SIGNERS, sets=("opinion_sent_on",),
            applies=lambda row: row.role == Handling.CO,
        ),
        Transition(
            "reply", _OPEN, "replied", "签发答复", "sign the reply", _SIGNERS,
            sets=("replied_on",), asks=("reply_number", "result_class"),
            guards=(*CONTACT, *RESULT_CLASS), not_same_as=("record",),
            applies=lambda row: row.role != Handling.CO,
        ),
        _FEEDBACK,
        _AGAIN,
        _HEARD_AGAIN,
        Transition(
            "publish_reply", ("replied", "answered_for", "replied_again"), "published", "公开复文",
            "publish the reply", Role.OFFICE, sets=("reply_published_on",),
            guards=(PUBLISH_REPLY,),
        ),
        _FEEDBACK_LATER,
        _AGAIN_LATER,
        _HEARD_AGAIN_LATER,
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
            (Role.RESIDENT_TEAM, Role.LEGAL_OFFICER), sets=("closed_on",), guards=(ANSWERED,),
            not_same_as=("answer",),
        ),
    ),
)  # fmt: skip
