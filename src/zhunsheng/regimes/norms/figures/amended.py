"""Amendments: how many, of how many documents, and whether the documents show them."""

from django.db.models import Exists, OuterRef, Q

from zhunsheng.kernel.declare import Distinct, Figure, Identity
from zhunsheng.regimes.norms.models import Amendment, NormativeDocument
from zhunsheng.regimes.norms.models.document import ANSWERED_FOR

_DOCUMENT = NormativeDocument._default_manager.filter(
    pk=OuterRef("document_id"), normative=True, issuing__in=ANSWERED_FOR
)
_OWN = Q(Exists(_DOCUMENT))
_ENTERED = Q(Exists(_DOCUMENT.filter(amended_on__gte=OuterRef("decided_on"))))

FIGURES = (
    Figure(
        "norms.amended", "修改规范性文件", "normative documents amended", "件", of=Amendment,
        measure=Distinct("document"), dated_by="decided_on", where=_OWN,
        note_zh="按修改决定日期计；当年修改两次的文件计一件。",
        note_en="By the day of the decision; a document amended twice is one.",
    ),
    Figure(
        "norms.amendments", "规范性文件修改", "amendments decided", "次", of=Amendment,
        dated_by="decided_on", where=_OWN,
    ),
    Figure(
        "norms.amendments.entered", "已在文件登记中载明的修改", "amendments the document shows",
        "次", of=Amendment, dated_by="decided_on", where=_OWN & _ENTERED,
    ),
)  # fmt: skip
IDENTITIES = (
    Identity(
        key="norms.amendments.entered",
        zh="各次修改均已在文件登记的最近修改日期中载明",
        en="every amendment shows in the document's last day of amendment",
        left=("norms.amendments",),
        right=("norms.amendments.entered",),
    ),
)
