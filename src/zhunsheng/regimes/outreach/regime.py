"""Telling people of law: the list of duties, what was done for it, with what, and where."""

from django.db.models import Q

from zhunsheng.kernel.declare import Aspect, Offer, Regime, Register
from zhunsheng.regimes.outreach.checks import (
    EVENT_CHECKS,
    LIST_CHECKS,
    MATERIAL_CHECKS,
    VENUE_CHECKS,
    VISIT_CHECKS,
)
from zhunsheng.regimes.outreach.duties import DUTIES
from zhunsheng.regimes.outreach.figures import FIGURES
from zhunsheng.regimes.outreach.models import (
    EnterpriseVisit,
    Event,
    ListItem,
    Material,
    OnlineItem,
    Venue,
)
from zhunsheng.regimes.outreach.procedure import CARRYING_OUT

_LIST = Register(
    of=ListItem,
    zh="普法责任清单",
    en="list of duties",
    by_month=False,
    columns=(
        "number", "title", "division", "audience", "form", "marked_day", "listed_on",
        "published_on", "due_on", "done_on",
    ),
    listed=("title", "number", "division", "audience", "due_on", "done_on", "stage"),
    filters=("marked_day",),
    number="number",
    dated_by="listed_on",
    owed_by=("legal",),
    unit="项",
    checks=LIST_CHECKS,
)  # fmt: skip
_ONLINE = Register(
    of=OnlineItem,
    zh="网络普法",
    en="items online",
    papers=False,
    columns=("title", "division", "posted_on", "channel", "address", "list_item"),
    listed=("title", "posted_on", "channel", "division"),
    filters=("channel",),
    dated_by="posted_on",
    owed_by=("legal",),
    unit="条",
)
_EVENTS = Register(
    of=Event,
    zh="普法活动",
    en="events",
    columns=(
        "title", "division", "held_on", "kind", "marked_day", "place", "people", "basis",
        "list_item",
    ),
    listed=("title", "held_on", "kind", "marked_day", "people", "basis", "division"),
    filters=("kind", "marked_day", "basis"),
    dated_by="held_on",
    owed_by=("legal",),
    unit="场",
    checks=EVENT_CHECKS,
)  # fmt: skip
_VISITS = Register(
    of=EnterpriseVisit,
    zh="企业普法服务",
    en="visits to enterprises",
    columns=(
        "title", "division", "enterprise", "credit_code", "visited_on", "question", "advice",
    ),
    listed=("title", "enterprise", "credit_code", "visited_on", "division"),
    dated_by="visited_on",
    owed_by=("legal",),
    unit="家次",
    checks=VISIT_CHECKS,
)  # fmt: skip
_MATERIAL = Register(
    of=Material,
    zh="普法资料",
    en="material",
    columns=("title", "division", "move", "moved_on", "copies"),
    listed=("title", "move", "moved_on", "copies"),
    filters=("move",),
    dated_by="moved_on",
    owed_by=("legal",),
    unit="批",
    checks=MATERIAL_CHECKS,
)
_VENUES = Register(
    of=Venue,
    zh="普法阵地",
    en="venues",
    columns=("title", "division", "place", "opened_on", "closed_on"),
    listed=("title", "place", "opened_on", "closed_on"),
    dated_by="opened_on",
    owed_by=("legal",),
    unit="处",
    checks=VENUE_CHECKS,
    later=("closed_on",),
)

REGIME = Regime(
    key="outreach",
    zh="法治宣传教育",
    en="telling people of law",
    law=(
        "publicity_law",
        "publicity_opinion",
        "constitution_day_decision",
        "national_security_law",
        "defence_education_law",
        "science_popularisation_law",
        "science_week_notice",
        "publicity_practice",
    ),
    registers=(_LIST, _ONLINE, _EVENTS, _VISITS, _MATERIAL, _VENUES),
    procedures=(CARRYING_OUT,),
    duties=DUTIES,
    figures=FIGURES,
    # What the bureau posted is told of once, and counted here too.
    aspects=(
        Aspect(
            "outreach.online", "记为网络普法", "enter as an item online", of=OnlineItem,
            role="posted", fills={"posted_on": "published_on"},
        ),
    ),
    # What the list promised and was not done may be the root of a problem.
    offers=(Offer("answers_problem", ListItem, Q(done_on__isnull=True)),),
)  # fmt: skip
