"""How a document is made, takes effect and ends."""

from typing import Any

from zhunsheng.kernel.declare import Guard, Procedure, Role, Stage, Transition, unless_tabled
from zhunsheng.regimes.norms.guards import (
    BEFORE_TABLING,
    CLEANUP,
    COLLECTIVE_DECISION,
    COUNTERSIGNED,
    LEADER_NUMBER,
    PUBLICATION,
    REGISTRATION,
    VALIDITY,
)
from zhunsheng.regimes.norms.models import Ending, NormativeDocument

_DRAFTERS = (Role.RECORDER, Role.DIVISION_HEAD)
_KEEPERS = (Role.LEGAL_OFFICER, Role.OFFICE)
_LEADERS = (Role.PRINCIPAL, Role.DEPUTY_HEAD)
_BEFORE_EXAMINATION = ("drafting", "commented", "competition_reviewed")


def _filed_before_effect(row: Any) -> bool:
    return row.effective_on is None or row.filed_on <= row.effective_on


def _filed_in_force(row: Any) -> bool:
    return not _filed_before_effect(row)


def _ending(
    how: Ending, key: str, zh: str, en: str, *, guards: tuple[Guard, ...] = ()
) -> Transition:
    """One of the three ways a document ends: the same day's field, its own step and stage."""
    return Transition(
        key,
        ("published", "filed", "in_force"),
        how.value,
        zh,
        en,
        (*_LEADERS, Role.LEGAL_OFFICER),
        sets=("ended_on",),
        asks=("ended_number",),
        gives=(("ended_how", how.value),),
        guards=guards,
        taken=lambda row: row.ended_how == how,
    )


_STAGES = (
    Stage("drafting", "起草", "drafting"),
    Stage("commenting", "公开征求意见", "open for comment"),
    Stage("commented", "征求意见结束", "comment closed"),
    Stage("competition_reviewed", "已作公平竞争审查", "reviewed for fair competition"),
    Stage("examining", "合法性审核中", "under legality examination"),
    Stage("examined", "已作合法性审核", "examined for legality"),
    Stage("tabled", "已提请审议", "tabled"),
    Stage("decided", "已集体审议", "decided"),
    Stage("signed", "已签发编号", "signed and numbered"),
    Stage("published", "已公布", "published"),
    Stage("filed", "已备案", "filed"),
    Stage("in_force", "施行中", "in force", rests=True),
    Stage("repealed", "已废止", "repealed", rests=True),
    Stage("declared_invalid", "已宣布失效", "declared invalid", rests=True),
    Stage("expired", "已到期失效", "expired", rests=True),
    Stage("end_published", "失效已公布", "its end published", rests=True),
)
_MAKING = (
    Transition(
        "open_comment",
        "drafting",
        "commenting",
        "公开征求意见",
        "open comment",
        _DRAFTERS,
        sets=("comment_from",),
    ),
    Transition(
        "close_comment",
        "commenting",
        "commented",
        "结束征求意见",
        "close comment",
        _DRAFTERS,
        sets=("comment_to",),
        asks=("comments_received", "comments_adopted", "comment_short_reason"),
    ),
    Transition(
        "review_competition",
        ("drafting", "commented"),
        "competition_reviewed",
        "公平竞争审查",
        "review for fair competition",
        (Role.DIVISION_HEAD, Role.LEGAL_OFFICER),
        sets=("fair_competition_on",),
    ),
    Transition(
        "submit_for_examination",
        _BEFORE_EXAMINATION,
        "examining",
        "送合法性审核",
        "send to legality examination",
        _DRAFTERS,
        sets=("examination_from",),
    ),
    Transition(
        "examine",
        "examining",
        "examined",
        "出具合法性审核意见",
        "give the legality opinion",
        Role.LEGAL_OFFICER,
        sets=("examined_on",),
        asks=("examination_body", "counsel_heard", "examination_short_reason"),
        not_same_as=("record", "submit_for_examination"),
    ),
    Transition(
        "table",
        # From anywhere before it: what is wanting is for the guards, all at once.
        (*_BEFORE_EXAMINATION, "commenting", "examining", "examined"),
        "tabled",
        "提请集体审议",
        "table",
        _KEEPERS,
        sets=("tabled_on",),
        guards=BEFORE_TABLING,
        not_same_as=("record",),
    ),
    Transition(
        "decide",
        "tabled",
        "decided",
        "集体审议通过",
        "decide",
        _LEADERS,
        sets=("decided_on",),
        guards=tuple(unless_tabled(guard) for guard in BEFORE_TABLING),
    ),
    Transition(
        "sign",
        "decided",
        "signed",
        "签发、登记编号",
        "sign and number",
        _LEADERS,
        sets=("signed_on",),
        asks=("number", "registration_number"),
        guards=(COLLECTIVE_DECISION, COUNTERSIGNED),
        not_same_as=("record",),
    ),
    Transition(
        "publish",
        "signed",
        "published",
        "公布",
        "publish",
        Role.OFFICE,
        sets=("published_on",),
        asks=("number", "registration_number"),
        known=("valid_until",),
        guards=(REGISTRATION, VALIDITY, LEADER_NUMBER),
    ),
)
_LIFE = (
    Transition(
        "file",
        "published",
        "filed",
        "报送备案",
        "file",
        _KEEPERS,
        sets=("filed_on",),
        taken=_filed_before_effect,
    ),
    Transition(
        "take_effect",
        ("published", "filed"),
        "in_force",
        "施行",
        "take effect",
        _KEEPERS,
        sets=("effective_on",),
        guards=(PUBLICATION,),
    ),
    Transition(
        "file_in_force",
        "in_force",
        "in_force",
        "施行后报送备案",
        "file after it took effect",
        _KEEPERS,
        sets=("filed_on",),
        taken=_filed_in_force,
        applies=lambda row: row.filed_on is None,
    ),
    Transition(
        "amend",
        "in_force",
        "in_force",
        "修改或延长有效期",
        "amend or extend",
        _LEADERS,
        sets=("amended_on",),
        known=("valid_until",),
    ),
    _ending(Ending.REPEALED, "repeal", "废止", "repeal"),
    _ending(
        Ending.DECLARED_INVALID, "declare_invalid", "宣布失效", "declare invalid", guards=(CLEANUP,)
    ),
    _ending(Ending.EXPIRED, "expire", "到期失效", "let it expire"),
    Transition(
        "publish_end",
        ("repealed", "declared_invalid", "expired"),
        "end_published",
        "公布废止失效目录",
        "publish the list of what ended",
        _KEEPERS,
        sets=("ended_published_on",),
    ),
)

MAKING = Procedure(
    key="norms.making",
    of=NormativeDocument,
    zh="规范性文件制定程序",
    en="making a normative document",
    initial="drafting",
    stages=_STAGES,
    transitions=(*_MAKING, *_LIFE),
)
