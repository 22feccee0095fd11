"""Oversight by congress, CPPCC and resident team."""

from django.db.models import Q

from zhunsheng.kernel.declare import Offer, Regime, Register, Role
from zhunsheng.regimes.oversight.checks import (
    ACT_CHECKS,
    CONTACT_CHECKS,
    REMARK_CHECKS,
    REPORT_CHECKS,
    SUBMISSION_CHECKS,
)
from zhunsheng.regimes.oversight.duties import DUTIES
from zhunsheng.regimes.oversight.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.oversight.models import (
    Contact,
    HandlingReport,
    Submission,
    SupervisionAct,
    TeamRemark,
)
from zhunsheng.regimes.oversight.procedure import CLOSING, HANDLING
from zhunsheng.regimes.oversight.tables import TABLES

_SUBMISSIONS = Register(
    of=Submission,
    zh="建议提案",
    en="suggestions and proposals",
    columns=(
        "title", "division", "body", "number", "role", "assigned_by", "assigned_on",
        "disputed_on", "reassigned_on", "contacted_on", "extended_on", "opinion_sent_on",
        "replied_on", "reply_number", "result_class", "feedback_on", "feedback",
        "replied_again_on", "feedback_again_on", "feedback_again", "not_public_reason",
        "reply_published_on",
    ),
    listed=(
        "title", "body", "number", "role", "division", "assigned_on", "replied_on", "feedback",
        "stage",
    ),
    filters=("body", "role", "feedback"),
    number="number",
    dated_by="assigned_on",
    owed_by=("office",),
    checks=SUBMISSION_CHECKS,
    later=("not_public_reason",),
)  # fmt: skip
_CONTACTS = Register(
    of=Contact,
    zh="代表委员联系",
    en="contacts with deputies and members",
    columns=("submission", "title", "met_on", "means", "content"),
    listed=("title", "met_on", "means", "content"),
    filters=("means",),
    parent="submission",
    dated_by="met_on",
    unit="次",
    checks=CONTACT_CHECKS,
)
_REPORTS = Register(
    of=HandlingReport,
    zh="办理工作报告",
    en="reports on handling submissions",
    columns=(
        "title",
        "division",
        "for_year",
        "half_year",
        "assigned_on",
        "sent_to",
        "sent_on",
        "published_on",
    ),
    listed=("title", "for_year", "half_year", "sent_to", "sent_on", "published_on"),
    dated_by="sent_on",
    owed_by=("office",),
    by_month=False,
    unit="份",
    checks=REPORT_CHECKS,
    later=("sent_on", "published_on"),
)
_ACTS = Register(
    of=SupervisionAct,
    zh="人大监督事项",
    en="acts of supervision",
    columns=("title", "division", "kind", "held_on", "held_by", "opinions", "followed_up_on"),
    listed=("title", "kind", "held_on", "held_by", "followed_up_on"),
    filters=("kind",),
    dated_by="held_on",
    owed_by=("office",),
    unit="次",
    checks=ACT_CHECKS,
    open_to=(Role.RESIDENT_TEAM,),
    later=("followed_up_on",),
)
_REMARKS = Register(
    of=TeamRemark,
    zh="派驻组意见",
    en="remarks of the resident team",
    columns=("title", "division", "about", "made_on", "answer", "answered_on", "closed_on"),
    listed=("title", "about", "made_on", "answered_on", "closed_on", "stage"),
    dated_by="made_on",
    owed_by=("office",),
    unit="条",
    checks=REMARK_CHECKS,
    open_to=(Role.RESIDENT_TEAM,),
    written_by=(Role.RESIDENT_TEAM,),
    answers=("answer", "answered_on"),
)

REGIME = Regime(
    key="oversight",
    zh="人大政协和派驻监督",
    en="oversight by congress, CPPCC and resident team",
    law=(
        "deputies_law",
        "proposal_rules",
        "reply_publication_notice",
        "province_suggestions",
        "city_proposal_rules",
        "bureau_remark_rules",
        "bureau_handling_rules",
    ),
    registers=(_SUBMISSIONS, _CONTACTS, _REPORTS, _ACTS, _REMARKS),
    procedures=(HANDLING, CLOSING),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    tables=TABLES,
    offers=(Offer("answers_problem", TeamRemark, Q(answered_on__isnull=False)),),
)
