"""Reconsideration and litigation, for the bureaus whose acts are contested."""

from zhunsheng.kernel.declare import Regime, Register
from zhunsheng.regimes.disputes.checks import LITIGATION_CHECKS, RECONSIDERATION_CHECKS
from zhunsheng.regimes.disputes.duties import DUTIES
from zhunsheng.regimes.disputes.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.disputes.models import Litigation, Reconsideration
from zhunsheng.regimes.disputes.procedure import DEFENDING, RECONSIDERING

_RECONSIDERATIONS = Register(
    of=Reconsideration,
    zh="行政复议案件",
    en="reconsiderations",
    columns=(
        "number", "title", "division", "applicant", "conduct", "organ", "simple", "received_on",
        "answered_on", "ended_on", "ending", "opinion_on", "opinion_answered_on",
    ),
    listed=(
        "title", "number", "conduct", "received_on", "answered_on", "ended_on", "ending", "stage",
    ),
    filters=("conduct", "ending"),
    number="number",
    dated_by="received_on",
    owed_by=("legal",),
    checks=RECONSIDERATION_CHECKS,
)  # fmt: skip
_LAWSUITS = Register(
    of=Litigation,
    zh="行政诉讼案件",
    en="court cases",
    columns=(
        "number", "title", "division", "plaintiff", "conduct", "court", "instance", "received_on",
        "answered_on", "heard_on", "appearance", "absence_reason", "ended_on", "judgement",
        "performed_on",
    ),
    listed=(
        "title", "number", "conduct", "instance", "received_on", "heard_on", "appearance",
        "judgement", "stage",
    ),
    filters=("conduct", "instance", "judgement"),
    number="number",
    dated_by="received_on",
    owed_by=("legal",),
    checks=LITIGATION_CHECKS,
)  # fmt: skip

REGIME = Regime(
    key="disputes",
    zh="行政复议和行政诉讼",
    en="reconsideration and litigation",
    law=("reconsideration_law", "litigation_law"),
    registers=(_RECONSIDERATIONS, _LAWSUITS),
    procedures=(RECONSIDERING, DEFENDING),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    optional=True,
)
