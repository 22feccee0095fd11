"""Oversight by congress, CPPCC and resident team."""

from django.db.models import Q

from zhunsheng.kernel.declare import Offer, Regime, Register, Role, RowCheck
from zhunsheng.regimes.oversight.duties import DUTIES
from zhunsheng.regimes.oversight.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.oversight.models import Submission, SupervisionAct, TeamRemark
from zhunsheng.regimes.oversight.procedure import CLOSING, HANDLING

_SUBMISSIONS = Register(
    of=Submission,
    zh="建议提案",
    en="suggestions and proposals",
    columns=(
        "title", "division", "body", "number", "role", "assigned_by", "assigned_on",
        "contacted_on", "extended_on", "opinion_sent_on", "replied_on", "reply_number",
        "result_class", "feedback_on", "feedback", "not_public_reason", "reply_published_on",
    ),
    listed=("title", "body", "number", "role", "division", "assigned_on", "replied_on", "feedback"),
    filters=("body", "role", "feedback"),
    number="number",
    dated_by="assigned_on",
    owed_by=("office",),
    checks=(
        RowCheck(
            "replied_on",
            lambda row: row.replied_on is None or row.replied_on >= row.assigned_on,
            "答复日期早于交办日期；请核对两个日期",
            "answered before it was assigned; check both dates",
        ),
        RowCheck(
            "replied_on",
            lambda row: row.role != "co" or row.replied_on is None,
            "协办件由主办单位答复，请填写协办意见日期",
            "the lead answers a co-handled one; give the day the opinion was sent",
        ),
        RowCheck(
            "opinion_sent_on",
            lambda row: row.role == "co" or row.opinion_sent_on is None,
            "只有协办件填写协办意见日期",
            "only a co-handled one has an opinion to send",
        ),
        RowCheck(
            "feedback",
            lambda row: bool(row.feedback) == (row.feedback_on is not None),
            "反馈日期和代表委员意见须同时填写，或同时留空",
            "the day of the feedback and the feedback are filled together or not at all",
        ),
    ),
)  # fmt: skip
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
    open_to=(Role.RESIDENT_TEAM,),
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
    open_to=(Role.RESIDENT_TEAM,),
)

REGIME = Regime(
    key="oversight",
    zh="人大政协和派驻监督",
    en="oversight by congress, CPPCC and resident team",
    law=("deputies_law", "proposal_rules", "reply_publication_notice", "province_suggestions"),
    registers=(_SUBMISSIONS, _ACTS, _REMARKS),
    procedures=(HANDLING, CLOSING),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    offers=(Offer("publication", Submission, Q(reply_published_on__isnull=False)),),
)
