"""Clean-ups: what was looked at, what was concluded, and whether it was carried out."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import ExtractYear

from zhunsheng.kernel.declare import Figure, Identity, by, exists
from zhunsheng.regimes.norms.models import Amendment, Cleanup, CleanupConclusion, NormativeDocument

_ENDED_AS_CONCLUDED = Q(
    Exists(
        NormativeDocument._default_manager.filter(
            pk=OuterRef("document_id"),
            standing="confirmed",
            ended_how=OuterRef("conclusion"),
        )
    )
)

#: Within the year of the decision: a later amendment must not change a year that is reported.
_AMENDED_SINCE = Q(
    Exists(
        Amendment._default_manager.filter(
            document_id=OuterRef("document_id"),
            standing="confirmed",
            decided_on__gte=OuterRef("decided_on"),
            decided_on__year=ExtractYear(OuterRef("decided_on")),
        )
    )
)

FIGURES = (
    Figure(
        "norms.cleanup.scope",
        "列入清理范围的规范性文件",
        "documents within the scope of a clean-up",
        "件",
        of=CleanupConclusion,
        dated_by="decided_on",
        parts=by(
            "conclusion",
            ("kept", "继续有效", "kept"),
            ("amended", "修改", "to be amended"),
            ("repealed", "废止", "repealed"),
            ("declared_invalid", "宣布失效", "declared invalid"),
            under="norms.cleanup",
        ),
        rule="norms.cleanup",
        note_zh="按清理决定日期计；同一文件在两次清理中各计一次。",
        note_en="By the day of the decision; a document looked at twice counts twice.",
    ),
    Figure(
        "norms.cleanup.carried_out",
        "清理结论已在文件登记中落实的",
        "conclusions that the register of documents bears out",
        "件",
        of=CleanupConclusion,
        dated_by="decided_on",
        where=Q(conclusion__in=("repealed", "declared_invalid")) & _ENDED_AS_CONCLUDED,
        rule="norms.cleanup",
    ),
    Figure(
        "norms.cleanup.amended.done",
        "清理决定修改、当年已经修改的",
        "documents to be amended that were amended in the year",
        "件",
        of=CleanupConclusion,
        dated_by="decided_on",
        where=Q(conclusion="amended") & _AMENDED_SINCE,
        rule="norms.cleanup",
    ),
    Figure(
        "norms.cleanups",
        "开展规范性文件清理",
        "clean-ups decided",
        "次",
        of=Cleanup,
        dated_by="decided_on",
        rule="norms.cleanup",
    ),
    Figure(
        "norms.cleanups.published",
        "公布结果的规范性文件清理",
        "clean-ups whose result is published",
        "次",
        of=Cleanup,
        dated_by="decided_on",
        where=Q(published_on__isnull=False),
        rule="norms.cleanup",
    ),
    Figure(
        "norms.cleanups.dated_alike",
        "各条结论与清理决定日期一致的清理",
        "clean-ups whose conclusions bear the day of the decision",
        "次",
        of=Cleanup,
        dated_by="decided_on",
        where=~Q(exists(CleanupConclusion, "cleanup", ~Q(decided_on=OuterRef("decided_on")))),
    ),
)
IDENTITIES = (
    Identity(
        key="norms.cleanup.carried_out",
        zh="清理决定废止、宣布失效的文件均已登记失效",
        en="what a clean-up repealed or declared invalid is entered as ended",
        left=("norms.cleanup.repealed", "norms.cleanup.declared_invalid"),
        right=("norms.cleanup.carried_out",),
    ),
    Identity(
        key="norms.cleanups.dated_alike",
        zh="各条清理结论的日期与清理决定日期一致",
        en="each conclusion bears the day its clean-up was decided",
        left=("norms.cleanups",),
        right=("norms.cleanups.dated_alike",),
    ),
)
