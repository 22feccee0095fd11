"""What the report says of normative documents; what is not normative never counts."""

from django.db.models import Exists, OuterRef, Q

from zhunsheng.kernel.declare import (
    END,
    START,
    Figure,
    Identity,
    Irregularity,
    Rate,
    Stock,
    Sum,
    by,
    exists,
    met_on_time,
)
from zhunsheng.regimes.norms.models import Cleanup, CleanupConclusion, NormativeDocument
from zhunsheng.regimes.norms.models.document import ANSWERED_FOR

OWN = Q(normative=True, issuing__in=ANSWERED_FOR)
_NOTE_ZH = "含单独制定和牵头联合制定的，不含参与联合制定和代市政府起草的。"
_NOTE_EN = "Issued alone or as leader of a joint document; others are counted apart."
_STOCK = Stock(since="published_on", until="ended_on")
_COMMENT_OWED = OWN & (Q(affects_rights=True) | Q(market_related=True))


def _broke(rule: str, *, reasoned: bool) -> Q:
    """Rows a step of which did not keep the rule; `reasoned` includes those with a reason."""
    found = Irregularity.objects.filter(item_id=OuterRef("pk"), rule=rule)
    return Q(Exists(found if reasoned else found.filter(kind="irregular")))


# The 7 working days admit no exception; the 30 days hold "as a rule" and yield to a reason.
_COMMENT_LAWFUL = (
    _COMMENT_OWED
    & Q(comment_from__isnull=False, comment_to__isnull=False)
    & ~_broke("norms.comment_period", reasoned=True)
    & ~_broke("norms.market_comment_period", reasoned=False)
)
_EXAMINED = OWN & Q(examined_on__isnull=False)
_MARKET = OWN & Q(market_related=True)
_LAWFULLY_EXAMINED = _EXAMINED & ~_broke("norms.legality_examination", reasoned=True)
_REVIEWED = (
    _MARKET
    & Q(fair_competition_on__isnull=False)
    & ~_broke("norms.fair_competition_review", reasoned=True)
)
_ENDED_AS_CONCLUDED = Q(
    Exists(
        NormativeDocument._default_manager.filter(
            pk=OuterRef("document_id"),
            standing="confirmed",
            ended_how=OuterRef("conclusion"),
        )
    )
)


def _document(
    key: str,
    zh: str,
    en: str,
    *,
    where: Q | Exists,
    dated_by: str = "published_on",
    rule: str = "",
    note: tuple[str, str] = (_NOTE_ZH, _NOTE_EN),
) -> Figure:
    """A count of normative documents."""
    return Figure(
        key,
        zh,
        en,
        "件",
        of=NormativeDocument,
        dated_by=dated_by,
        where=where,
        rule=rule,
        note_zh=note[0],
        note_en=note[1],
    )


def _rate(key: str, zh: str, en: str, numerator: str, denominator: str, rule: str = "") -> Figure:
    return Figure(key, zh, en, "%", measure=Rate(numerator, denominator), rule=rule)


_IN_FORCE = tuple(
    Figure(
        f"norms.in_force.{at}",
        f"{zh}现行有效规范性文件",
        f"normative documents in force at the {at} of the year",
        "件",
        of=NormativeDocument,
        measure=_STOCK,
        at=at,
        where=OWN,
        note_zh=f"自公布之日起计入，自失效之日起不再计入。{_NOTE_ZH}",
        note_en=f"Counted from publication until it ends. {_NOTE_EN}",
    )
    for at, zh in ((START, "年初"), (END, "年末"))  # start and end of the year
)
_FLOWS = (
    _document("norms.made", "制定规范性文件", "normative documents made", where=OWN),
    *(
        _document(
            f"norms.{how}",
            f"{zh}规范性文件",
            f"normative documents {en}",
            where=OWN & Q(ended_how=how),
            dated_by="ended_on",
        )
        for how, zh, en in (
            ("repealed", "废止", "repealed"),
            ("declared_invalid", "宣布失效", "declared invalid"),
            ("expired", "到期失效", "expired"),
        )
    ),
    _document(
        "norms.joint",
        "参与联合制定规范性文件",
        "normative documents taken part in",
        where=Q(normative=True, issuing="joint"),
        note=("由牵头单位统计和备案。", "Counted and filed by the leading body."),
    ),
    _document(
        "norms.for_government",
        "代市政府起草规范性文件",
        "normative documents drafted for the city government",
        where=Q(normative=True, issuing="for_government"),
        note=("由市政府统计。", "Counted by the city government."),
    ),
)
_MAKING = (
    _document(
        "norms.comment_owed",
        "应当公开征求意见的新制定规范性文件",
        "documents made that owed public comment",
        where=_COMMENT_OWED,
    ),
    _document(
        "norms.comment_lawful",
        "依法公开征求意见的新制定规范性文件",
        "documents made after lawful public comment",
        where=_COMMENT_LAWFUL,
        rule="norms.comment_period",
        note=(
            "征求意见不足7个工作日的不计入；经营主体相关文件不足30日而未说明理由的不计入。",
            "Not those open for fewer than 7 working days, nor market-related ones open for fewer"
            " than 30 days without a reason.",
        ),
    ),
    _rate(
        "norms.comment_lawful.rate",
        "依法公开征求意见率",
        "share with lawful public comment",
        "norms.comment_lawful",
        "norms.comment_owed",
        "norms.comment_period",
    ),
    _document(
        "norms.comment_shortened",
        "说明理由缩短征求意见期的规范性文件",
        "documents whose comment was shortened with a reason",
        where=_COMMENT_OWED & ~Q(comment_short_reason=""),
        rule="norms.market_comment_period",
    ),
    *(
        Figure(
            f"norms.comments.{which}",
            f"新制定规范性文件公开征求意见{zh}的意见",
            f"public comments {which} on documents made",
            "条",
            of=NormativeDocument,
            measure=Sum(f"comments_{which}"),
            dated_by="published_on",
            where=OWN,
        )
        for which, zh in (("received", "收到"), ("adopted", "采纳"))  # received, adopted
    ),
    _document(
        "norms.market_related",
        "涉及经营主体的新制定规范性文件",
        "documents made that concern market players",
        where=_MARKET,
    ),
    _document(
        "norms.competition_reviewed",
        "经公平竞争审查的新制定规范性文件",
        "documents made after a fair-competition review",
        where=_REVIEWED,
        rule="norms.fair_competition_review",
    ),
    _rate(
        "norms.competition_reviewed.rate",
        "公平竞争审查率",
        "share reviewed for fair competition",
        "norms.competition_reviewed",
        "norms.market_related",
        "norms.fair_competition_review",
    ),
    _document(
        "norms.made.examined",
        "经合法性审核的新制定规范性文件",
        "documents made after a legality examination",
        where=_LAWFULLY_EXAMINED,
        rule="norms.legality_examination",
    ),
    _rate(
        "norms.made.examined.rate",
        "合法性审核率",
        "share examined for legality",
        "norms.made.examined",
        "norms.made",
        "norms.legality_examination",
    ),
    _document(
        "norms.examined",
        "完成合法性审核",
        "legality examinations finished",
        where=_EXAMINED,
        dated_by="examined_on",
        rule="norms.legality_examination",
    ),
    _document(
        "norms.examined.on_time",
        "按期完成合法性审核",
        "legality examinations finished on time",
        where=_EXAMINED & Q(met_on_time("norms.examination_term")),
        dated_by="examined_on",
        rule="norms.legality_examination_term",
    ),
)
_FILING = (
    _document(
        "norms.filed",
        "报送备案规范性文件",
        "normative documents filed",
        where=OWN,
        dated_by="filed_on",
        rule="norms.filing",
    ),
    _document(
        "norms.filed.on_time",
        "按期报送备案规范性文件",
        "normative documents filed on time",
        where=OWN & Q(met_on_time("norms.filing")),
        dated_by="filed_on",
        rule="norms.filing",
    ),
    _rate(
        "norms.filed.rate",
        "按期备案率",
        "share filed on time",
        "norms.filed.on_time",
        "norms.filed",
        "norms.filing",
    ),
    _document(
        "norms.made.filed",
        "已报送备案的新制定规范性文件",
        "documents made and filed",
        where=OWN & Q(filed_on__isnull=False),
        rule="norms.filing",
    ),
    _rate(
        "norms.made.filed.rate",
        "备案率",
        "share of documents made that are filed",
        "norms.made.filed",
        "norms.made",
        "norms.filing",
    ),
)
_VALIDITY = (
    _document(
        "norms.validity.ending",
        "有效期在本年届满的规范性文件",
        "documents whose validity ends in the year",
        where=OWN,
        dated_by="valid_until",
        rule="norms.validity",
    ),
    _document(
        "norms.validity.unhandled",
        "有效期届满未作处理的规范性文件",
        "documents whose validity ended and was neither extended nor ended",
        where=OWN & Q(ended_on__isnull=True),
        dated_by="valid_until",
        rule="norms.validity",
        note=("续期的以新有效期为准。", "An extended one is dated by its new validity."),
    ),
)
_CLEANUP = (
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
        "norms.cleanups",
        "开展规范性文件清理",
        "clean-ups decided",
        "次",
        of=Cleanup,
        dated_by="decided_on",
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

FIGURES = (*_IN_FORCE, *_FLOWS, *_MAKING, *_FILING, *_VALIDITY, *_CLEANUP)
IDENTITIES = (
    Identity(
        key="norms.in_force",
        zh="年末现行有效等于年初现行有效加新制定，减废止、宣布失效和到期失效",
        en="in force at the end = at the start + made − repealed − declared invalid − expired",
        left=("norms.in_force.end",),
        right=("norms.in_force.start", "norms.made"),
        right_minus=("norms.repealed", "norms.declared_invalid", "norms.expired"),
    ),
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
