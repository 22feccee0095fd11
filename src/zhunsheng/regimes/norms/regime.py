"""Administrative normative documents: their making, filing, validity and clean-up."""

from django.db.models import Q

from zhunsheng.kernel.declare import Offer, Regime, Register
from zhunsheng.regimes.norms.checks import (
    AMENDMENT_CHECKS,
    CLEANUP_CHECKS,
    CO_ISSUER_CHECKS,
    CONCLUSION_CHECKS,
    DOCUMENT_CHECKS,
    INCIDENTAL_CHECKS,
    INTERPRETATION_CHECKS,
)
from zhunsheng.regimes.norms.duties import DUTIES
from zhunsheng.regimes.norms.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.norms.models import (
    Amendment,
    Cleanup,
    CleanupConclusion,
    CoIssuer,
    IncidentalReview,
    Interpretation,
    NormativeDocument,
)
from zhunsheng.regimes.norms.procedure import MAKING

_DOCUMENTS = Register(
    of=NormativeDocument,
    zh="规范性文件",
    en="normative documents",
    columns=(
        "title",
        "division",
        "number",
        "registration_number",
        "normative",
        "judgement_reason",
        "issuing",
        "basis",
        "affects_rights",
        "market_related",
        "comment_from",
        "comment_to",
        "comments_received",
        "comments_adopted",
        "comment_short_reason",
        "fair_competition_on",
        "examination_from",
        "examined_on",
        "examination_body",
        "counsel_heard",
        "examination_short_reason",
        "countersign_from",
        "countersigned_on",
        "tabled_on",
        "decided_on",
        "signed_on",
        "published_on",
        "effective_on",
        "valid_until",
        "filed_on",
        "amended_on",
        "ended_on",
        "ended_how",
        "ended_number",
        "ended_published_on",
    ),
    listed=("title", "number", "division", "issuing", "published_on", "valid_until", "stage"),
    filters=("normative", "issuing", "market_related", "published_on", "ended_how"),
    number="number",
    dated_by="published_on",
    owed_by=("legal",),
    checks=DOCUMENT_CHECKS,
)
_AMENDMENTS = Register(
    of=Amendment,
    zh="文件修改",
    en="amendments",
    columns=("document", "title", "content", "decided_on", "number", "published_on"),
    listed=("title", "content", "decided_on", "published_on"),
    parent="document",
    dated_by="decided_on",
    unit="次",
    checks=AMENDMENT_CHECKS,
)
_INCIDENTAL = Register(
    of=IncidentalReview,
    zh="附带审查",
    en="incidental reviews",
    columns=("document", "title", "asked_by", "noticed_on", "replied_on", "found_on", "found"),
    listed=("title", "asked_by", "noticed_on", "replied_on", "found"),
    filters=("found",),
    parent="document",
    dated_by="noticed_on",
    unit="次",
    checks=INCIDENTAL_CHECKS,
)
_CO_ISSUERS = Register(
    of=CoIssuer,
    zh="联合制定单位",
    en="co-issuers of joint documents",
    columns=("document", "title", "place", "organ", "sent_on", "countersigned_on"),
    listed=("title", "place", "organ", "sent_on", "countersigned_on"),
    parent="document",
    dated_by="sent_on",
    unit="家",
    checks=CO_ISSUER_CHECKS,
)
_INTERPRETATIONS = Register(
    of=Interpretation,
    zh="政策解读",
    en="policy interpretations",
    columns=("document", "title", "form", "interpreter", "published_on"),
    listed=("title", "form", "interpreter", "published_on"),
    filters=("form",),
    parent="document",
    dated_by="published_on",
    unit="篇",
    checks=INTERPRETATION_CHECKS,
)
_CLEANUPS = Register(
    of=Cleanup,
    zh="文件清理",
    en="clean-ups",
    columns=("title", "division", "scope_note", "cut_off_on", "decided_on", "published_on"),
    listed=("title", "cut_off_on", "decided_on", "published_on"),
    filters=("decided_on",),
    dated_by="decided_on",
    owed_by=("legal",),
    unit="次",
    checks=CLEANUP_CHECKS,
)
_CONCLUSIONS = Register(
    of=CleanupConclusion,
    zh="清理结论",
    en="clean-up conclusions",
    columns=("cleanup", "title", "document", "conclusion", "reason", "decided_on"),
    listed=("title", "document", "conclusion", "decided_on"),
    filters=("conclusion", "decided_on"),
    parent="cleanup",
    dated_by="decided_on",
    checks=CONCLUSION_CHECKS,
)

REGIME = Regime(
    key="norms",
    zh="行政规范性文件",
    en="administrative normative documents",
    law=(
        "norms_notice",
        "legality_opinion",
        "business_regulations",
        "competition_regulations",
        "demonstration_index",
        "province_norms",
        "reconsideration_law",
        "interpretation_rules",
        "joint_making_rules",
    ),
    registers=(
        _DOCUMENTS,
        _CO_ISSUERS,
        _AMENDMENTS,
        _INTERPRETATIONS,
        _INCIDENTAL,
        _CLEANUPS,
        _CONCLUSIONS,
    ),
    procedures=(MAKING,),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    offers=(
        # A decision issued as a normative document is published by publishing the document.
        Offer("publication", NormativeDocument, Q(published_on__isnull=False)),
        Offer("cleanup", CleanupConclusion, Q(decided_on__isnull=False)),
    ),
)
