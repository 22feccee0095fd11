"""Administrative enforcement, for the bureaus that enforce."""

from zhunsheng.kernel.declare import Regime, Register
from zhunsheng.regimes.enforcement.checks import (
    CASE_CHECKS,
    INSPECTION_CHECKS,
    NOTICE_CHECKS,
    OFFICER_CHECKS,
    REVERSAL_CHECKS,
)
from zhunsheng.regimes.enforcement.duties import DUTIES
from zhunsheng.regimes.enforcement.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.enforcement.models import (
    AnnualNotice,
    Inspection,
    Officer,
    PenaltyCase,
    Reversal,
)
from zhunsheng.regimes.enforcement.procedure import HANDLING, INSPECTING, REVERSING

_OFFICERS = Register(
    of=Officer,
    zh="行政执法人员",
    en="enforcement officers",
    columns=("number", "title", "division", "issued_on", "expires_on"),
    listed=("title", "number", "division", "issued_on", "expires_on"),
    number="number",
    dated_by="issued_on",
    owed_by=("legal",),
    unit="人",
    checks=OFFICER_CHECKS,
)
_NOTICES = Register(
    of=AnnualNotice,
    zh="年度执法公示",
    en="annual notices",
    columns=("title", "division", "kind", "issued_on", "published_on"),
    listed=("title", "kind", "issued_on", "published_on"),
    filters=("kind",),
    dated_by="issued_on",
    owed_by=("legal",),
    checks=NOTICE_CHECKS,
    later=("published_on",),
)
_INSPECTIONS = Register(
    of=Inspection,
    zh="行政检查",
    en="inspections",
    columns=(
        "number", "title", "division", "kind", "subject", "of_enterprise", "plan",
        "first_officer", "second_officer", "held_on", "result", "recording", "published_on",
    ),
    listed=(
        "title", "number", "kind", "subject", "held_on", "result", "published_on", "stage",
    ),
    filters=("kind", "result", "of_enterprise"),
    number="number",
    dated_by="held_on",
    owed_by=("legal", "business"),
    unit="次",
    checks=INSPECTION_CHECKS,
)  # fmt: skip
_CASES = Register(
    of=PenaltyCase,
    zh="行政处罚案件",
    en="penalty cases",
    columns=(
        "number", "title", "division", "cause", "party", "major", "hearing_due", "filed_on",
        "first_officer", "second_officer", "investigated_on", "told_on", "hearing_told_on",
        "heard_on", "reviewed_on", "reviewer", "review", "decided_on", "outcome", "penalty",
        "fine", "recording", "served_on", "published_on", "not_public_reason", "performed_on",
        "closed_on",
    ),
    listed=(
        "title", "number", "cause", "filed_on", "decided_on", "outcome", "fine", "stage",
    ),
    filters=("outcome", "penalty", "major"),
    number="number",
    dated_by="filed_on",
    owed_by=("legal", "business"),
    checks=CASE_CHECKS,
    later=("not_public_reason",),
)  # fmt: skip
_REVERSALS = Register(
    of=Reversal,
    zh="处罚决定变动",
    en="decisions reversed",
    columns=("case", "title", "how", "organ", "reversed_on", "withdrawn_on", "explained"),
    listed=("title", "how", "organ", "reversed_on", "withdrawn_on", "stage"),
    filters=("how",),
    parent="case",
    dated_by="reversed_on",
    checks=REVERSAL_CHECKS,
)

REGIME = Regime(
    key="enforcement",
    zh="行政执法",
    en="administrative enforcement",
    law=("penalty_law", "enforcement_notice", "bureau_enforcement_rules"),
    registers=(_OFFICERS, _NOTICES, _INSPECTIONS, _CASES, _REVERSALS),
    procedures=(INSPECTING, HANDLING, REVERSING),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    optional=True,
)
