"""Filing after publication, and validity that runs out."""

from django.db.models import Q

from zhunsheng.kernel.declare import met_on_time
from zhunsheng.regimes.norms.figures.counted import OWN, document, rate

_FILING = (
    document(
        "norms.filed",
        "报送备案规范性文件",
        "normative documents filed",
        where=OWN,
        dated_by="filed_on",
        rule="norms.filing",
    ),
    document(
        "norms.filed.on_time",
        "按期报送备案规范性文件",
        "normative documents filed on time",
        where=OWN & Q(met_on_time("norms.filing")),
        dated_by="filed_on",
        rule="norms.filing",
    ),
    rate(
        "norms.filed.rate",
        "按期备案率",
        "share filed on time",
        numerator="norms.filed.on_time",
        denominator="norms.filed",
        rule="norms.filing",
    ),
    document(
        "norms.made.filed",
        "已报送备案的新制定规范性文件",
        "documents made and filed",
        where=OWN & Q(filed_on__isnull=False),
        rule="norms.filing",
    ),
    rate(
        "norms.made.filed.rate",
        "备案率",
        "share of documents made that are filed",
        numerator="norms.made.filed",
        denominator="norms.made",
        rule="norms.filing",
    ),
)
_VALIDITY = (
    document(
        "norms.validity.ending",
        "有效期在本年届满的规范性文件",
        "documents whose validity ends in the year",
        where=OWN,
        dated_by="valid_until",
        rule="norms.validity",
    ),
    document(
        "norms.validity.unhandled",
        "有效期届满未作处理的规范性文件",
        "documents whose validity ended and was neither extended nor ended",
        where=OWN & Q(ended_on__isnull=True),
        dated_by="valid_until",
        rule="norms.validity",
        note=("续期的以新有效期为准。", "An extended one is dated by its new validity."),
    ),
)
FIGURES = (*_FILING, *_VALIDITY)
