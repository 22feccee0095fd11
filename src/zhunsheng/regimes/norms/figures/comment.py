"""Public comment on the documents made in the year."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Sum
from zhunsheng.regimes.norms.figures.counted import OWN, broke, document, rate
from zhunsheng.regimes.norms.models import NormativeDocument

_COMMENT_OWED = OWN & (Q(affects_rights=True) | Q(market_related=True))
# The 7 working days admit no exception; the 30 days hold "as a rule" and yield to a reason.
_COMMENT_LAWFUL = (
    _COMMENT_OWED
    & Q(comment_from__isnull=False, comment_to__isnull=False)
    & ~broke("norms.comment_period", reasoned=True)
    & ~broke("norms.market_comment_period", reasoned=False)
)

FIGURES = (
    document(
        "norms.comment_owed",
        "应当公开征求意见的新制定规范性文件",
        "documents made that owed public comment",
        where=_COMMENT_OWED,
    ),
    document(
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
    rate(
        "norms.comment_lawful.rate",
        "依法公开征求意见率",
        "share with lawful public comment",
        numerator="norms.comment_lawful",
        denominator="norms.comment_owed",
        rule="norms.comment_period",
    ),
    document(
        "norms.comment_shortened",
        "说明理由缩短征求意见期的规范性文件",
        "documents whose comment was lawfully shortened with a reason",
        where=_COMMENT_LAWFUL & ~Q(comment_short_reason=""),
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
)
