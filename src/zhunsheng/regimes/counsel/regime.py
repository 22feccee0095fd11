"""Legal advisers and government lawyers: who advises, on what, and to what effect."""

from django.db.models import Q

from zhunsheng.kernel.declare import Offer, Regime, Register, Role
from zhunsheng.regimes.counsel.bars import CONTRACT_BARS, OPINION_BARS
from zhunsheng.regimes.counsel.checks import (
    CONFLICT_CHECKS,
    ENGAGEMENT_CHECKS,
    LAWYER_CHECKS,
    OPINION_CHECKS,
)
from zhunsheng.regimes.counsel.duties import DUTIES
from zhunsheng.regimes.counsel.figures import FIGURES
from zhunsheng.regimes.counsel.models import (
    Conflict,
    ContractReview,
    Engagement,
    GovernmentLawyer,
    Opinion,
)
from zhunsheng.regimes.counsel.procedure import ADVISING

_ENGAGEMENTS = Register(
    of=Engagement,
    zh="法律顾问聘用",
    en="engagements",
    columns=("title", "division", "lawyers", "starts_on", "ends_on", "conflicts"),
    listed=("title", "lawyers", "starts_on", "ends_on"),
    dated_by="starts_on",
    ahead=True,
    owed_by=("legal",),
    unit="家",
    checks=ENGAGEMENT_CHECKS,
)
_CONFLICTS = Register(
    of=Conflict,
    zh="利益冲突申报",
    en="conflicts declared",
    columns=(
        "title", "division", "adviser", "consulted", "party", "declared_on", "ended_on",
    ),
    listed=("title", "adviser", "party", "declared_on", "ended_on"),
    dated_by="declared_on",
    checks=CONFLICT_CHECKS,
    later=("ended_on",),
)  # fmt: skip
_LAWYERS = Register(
    of=GovernmentLawyer,
    zh="公职律师",
    en="government lawyers",
    columns=("title", "division", "certificate", "since_on", "until_on"),
    listed=("title", "certificate", "since_on", "until_on"),
    dated_by="since_on",
    owed_by=("legal",),
    unit="名",
    checks=LAWYER_CHECKS,
    later=("until_on",),
)
#: Who may be asked through the system: advisers in post.
ADVISERS = (("consulted", (Role.LEGAL_ADVISER,)),)
_OPINIONS = Register(
    of=Opinion,
    zh="法律意见",
    en="opinions",
    columns=(
        "title", "division", "kind", "asked_on", "adviser", "consulted", "party", "no_conflict",
        "given_on", "conclusion", "recused_on", "conflict", "handled_on", "adoption",
        "not_adopted_reason",
    ),
    listed=("title", "kind", "adviser", "asked_on", "given_on", "adoption"),
    filters=("kind", "adoption"),
    dated_by="given_on",
    owed_by=("legal",),
    checks=OPINION_CHECKS,
    asked="consulted",
    holders=ADVISERS,
    bars=OPINION_BARS,
)  # fmt: skip
_CONTRACTS = Register(
    of=ContractReview,
    zh="合同审查",
    en="contracts reviewed",
    columns=(
        "title", "division", "party", "amount", "reviewed_on", "adviser", "consulted", "remarks",
        "adoption",
    ),
    listed=("title", "party", "amount", "reviewed_on", "adviser", "adoption"),
    filters=("adoption",),
    dated_by="reviewed_on",
    owed_by=("legal",),
    unit="份",
    asked="consulted",
    holders=ADVISERS,
    bars=CONTRACT_BARS,
)  # fmt: skip

REGIME = Regime(
    key="counsel",
    zh="法律顾问和公职律师",
    en="counsel",
    law=("adviser_opinion", "counsel_rules"),
    registers=(_ENGAGEMENTS, _CONFLICTS, _LAWYERS, _OPINIONS, _CONTRACTS),
    procedures=(ADVISING,),
    duties=DUTIES,
    figures=FIGURES,
    offers=(
        Offer("legal_opinion", Opinion, Q(given_on__isnull=False)),
        Offer("counsel_request", Opinion, Q(recused_on__isnull=True)),
    ),
)
