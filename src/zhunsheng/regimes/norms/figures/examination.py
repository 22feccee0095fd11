"""Fair-competition review and legality examination before a document is issued."""

from django.db.models import Q

from zhunsheng.kernel.declare import met_on_time
from zhunsheng.regimes.norms.figures.counted import OWN, broke, document, rate

_EXAMINED = OWN & Q(examined_on__isnull=False)
_MARKET = OWN & Q(market_related=True)
_LAWFULLY_EXAMINED = _EXAMINED & ~broke("norms.legality_examination", reasoned=True)
_REVIEWED = (
    _MARKET
    & Q(fair_competition_on__isnull=False)
    & ~broke("norms.fair_competition_review", reasoned=True)
)

FIGURES = (
    document(
        "norms.market_related",
        "涉及经营主体的新制定规范性文件",
        "documents made that concern market players",
        where=_MARKET,
    ),
    document(
        "norms.competition_reviewed",
        "经公平竞争审查的新制定规范性文件",
        "documents made after a fair-competition review",
        where=_REVIEWED,
        rule="norms.fair_competition_review",
    ),
    rate(
        "norms.competition_reviewed.rate",
        "公平竞争审查率",
        "share reviewed for fair competition",
        numerator="norms.competition_reviewed",
        denominator="norms.market_related",
        rule="norms.fair_competition_review",
    ),
    document(
        "norms.made.examined",
        "经合法性审核的新制定规范性文件",
        "documents made after a legality examination",
        where=_LAWFULLY_EXAMINED,
        rule="norms.legality_examination",
    ),
    rate(
        "norms.made.examined.rate",
        "合法性审核率",
        "share examined for legality",
        numerator="norms.made.examined",
        denominator="norms.made",
        rule="norms.legality_examination",
    ),
    document(
        "norms.examined",
        "完成合法性审核",
        "legality examinations finished",
        where=_EXAMINED,
        dated_by="examined_on",
        rule="norms.legality_examination",
    ),
    document(
        "norms.examined.on_time",
        "按期完成合法性审核",
        "legality examinations finished on time",
        where=_EXAMINED & Q(met_on_time("norms.examination_term")),
        dated_by="examined_on",
        rule="norms.legality_examination_term",
    ),
)
