"""How information is published, and how a request is handled."""

from zhunsheng.kernel.declare import Procedure, Role, Stage, Transition
from zhunsheng.regimes.disclosure.guards import (
    ANSWERED,
    CHAIN,
    CORRECTED,
    CORRECTION_IN_TIME,
    EXTENSION_IN_TIME,
    GROUND,
    ORGAN_ANSWERED,
    SECRECY,
)
from zhunsheng.regimes.disclosure.models import Publication, Request

_KEEPERS = (Role.RECORDER, Role.DIVISION_HEAD)
_OPEN = ("received", "correction_asked", "corrected", "third_party_asked", "heard", "extended")
# A third party and another organ may be asked at once, and the term extended meanwhile.
_ASKING = ("received", "corrected", "extended", "third_party_asked", "heard")
_HEARING = ("third_party_asked", "heard", "extended")

PUBLISHING = Procedure(
    key="disclosure.publishing",
    of=Publication,
    zh="信息公开程序",
    en="publishing information",
    initial="drafted",
    stages=(
        Stage("drafted", "拟公开", "drafted"),
        Stage("reviewed", "已三审三校", "reviewed"),
        Stage("cleared", "已保密审查", "cleared for secrecy"),
        Stage("published", "已公开", "published", rests=True),
        Stage("leak_found", "已发现泄密", "leak found"),
        Stage("withdrawn", "已撤下", "withdrawn", rests=True),
        Stage("reported", "已报告泄密", "leak reported", rests=True),
    ),
    transitions=(
        Transition(
            "review", "drafted", "reviewed", "完成三审三校", "finish the three reviews",
            (Role.DIVISION_HEAD, Role.DEPUTY_HEAD), sets=("reviewed_on",),
        ),
        Transition(
            "clear", ("drafted", "reviewed"), "cleared", "保密审查", "review for secrecy",
            (Role.OFFICE, Role.LEGAL_OFFICER), sets=("secrecy_on",), not_same_as=("record",),
        ),
        Transition(
            "publish", ("drafted", "reviewed", "cleared"), "published", "公开", "publish",
            Role.OFFICE, sets=("published_on",), guards=(SECRECY, CHAIN),
        ),
        Transition(
            "find_leak", ("published", "withdrawn"), "leak_found", "发现泄密", "find a leak",
            Role.OFFICE, sets=("leak_found_on",), asks=("leak_found_at",),
        ),
        Transition(
            "withdraw", ("published", "leak_found", "reported"), "withdrawn", "撤下", "withdraw",
            Role.OFFICE, sets=("withdrawn_on",), asks=("withdrawn_why",),
            applies=lambda row: row.withdrawn_on is None,
        ),
        Transition(
            # Whichever is done first, the withdrawal or the report: both are owed at once.
            "report_leak", ("leak_found", "withdrawn"), "reported", "报告泄密", "report the leak",
            Role.OFFICE, sets=("leak_reported_on",), asks=("leak_reported_at",),
            applies=lambda row: row.leak_found_on is not None and row.leak_reported_on is None,
        ),
    ),
)  # fmt: skip

HANDLING = Procedure(
    key="disclosure.request",
    of=Request,
    zh="依申请公开办理程序",
    en="handling a request",
    initial="received",
    stages=(
        Stage("received", "已收到", "received"),
        Stage("correction_asked", "已告知补正", "correction asked"),
        Stage("corrected", "已补正", "corrected"),
        Stage("third_party_asked", "征求意见中", "others asked"),
        Stage("heard", "已收到意见", "others heard"),
        Stage("extended", "已延期", "extended"),
        Stage("replied", "已答复", "replied", rests=True),
    ),
    transitions=(
        Transition(
            "ask_correction", "received", "correction_asked", "告知补正", "ask for correction",
            _KEEPERS, sets=("correction_noticed_on",),
            guards=(CORRECTION_IN_TIME,),
        ),
        Transition(
            "take_correction", "correction_asked", "corrected", "收到补正", "take the correction",
            _KEEPERS, sets=("corrected_on",),
        ),
        Transition(
            "ask_third_party", _ASKING, "third_party_asked",
            "征求第三方意见", "ask the third party", _KEEPERS, sets=("third_party_asked_on",),
            applies=lambda row: row.third_party_asked_on is None,
        ),
        Transition(
            "ask_organ", _ASKING, "third_party_asked", "征求其他机关意见",
            "ask the other organ that made it", _KEEPERS, sets=("organ_asked_on",),
            applies=lambda row: row.organ_asked_on is None,
        ),
        Transition(
            "hear_third_party", _HEARING, "heard", "收到第三方意见",
            "hear the third party", _KEEPERS, sets=("third_party_answered_on",),
            applies=lambda row: row.third_party_asked_on and not row.third_party_answered_on,
        ),
        Transition(
            "hear_organ", _HEARING, "heard", "收到其他机关意见",
            "hear the other organ", _KEEPERS, sets=("organ_answered_on",),
            applies=lambda row: row.organ_asked_on and not row.organ_answered_on,
        ),
        Transition(
            "extend", ("received", "corrected", "third_party_asked", "heard"), "extended",
            "延期并告知", "extend and tell the applicant", Role.OFFICE, sets=("extended_on",),
            guards=(EXTENSION_IN_TIME,),
        ),
        Transition(
            "reply", _OPEN, "replied", "答复", "reply", (Role.OFFICE, Role.DEPUTY_HEAD),
            sets=("replied_on",), asks=("reply", "ground"),
            guards=(CORRECTED, ANSWERED, ORGAN_ANSWERED, GROUND), not_same_as=("record",),
        ),
    ),
)  # fmt: skip
