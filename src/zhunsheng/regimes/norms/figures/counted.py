"""Which documents a figure counts, and the two shapes most figures have."""

from django.db.models import Exists, OuterRef, Q

from zhunsheng.kernel.declare import Figure, Irregularity, Rate
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.norms.models.document import ANSWERED_FOR

#: What the bureau answers for; what was judged not normative never counts.
OWN = Q(normative=True, issuing__in=ANSWERED_FOR)
NOTE_ZH = "含单独制定和牵头联合制定的，不含参与联合制定和代市政府起草的。"
NOTE_EN = "Issued alone or as leader of a joint document; others are counted apart."


def broke(rule: str, *, reasoned: bool) -> Q:
    """Rows a step of which did not keep the rule; `reasoned` includes those with a reason."""
    found = Irregularity.objects.filter(item_id=OuterRef("pk"), rule=rule)
    return Q(Exists(found if reasoned else found.filter(kind="irregular")))


def document(
    key: str,
    zh: str,
    en: str,
    *,
    where: Q,
    dated_by: str = "published_on",
    rule: str = "",
    note: tuple[str, str] = (NOTE_ZH, NOTE_EN),
) -> Figure:
    """A count of documents."""
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


def rate(key: str, zh: str, en: str, *, numerator: str, denominator: str, rule: str = "") -> Figure:
    """A share in per cent."""
    return Figure(key, zh, en, "%", measure=Rate(numerator, denominator), rule=rule)
