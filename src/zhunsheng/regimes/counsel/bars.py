"""An adviser who declared a conflict is not asked again on its matter or about its party."""

from dataclasses import replace

from django.db.models import Q

from zhunsheng.kernel.declare import Bar
from zhunsheng.regimes.counsel.models import Conflict, Opinion

_SAME_ADVISER = (("adviser", "adviser"), ("consulted_id", "consulted_id"))
_SAME_MATTER = (("party", "party"), ("title", "title"))

_DECLARED = Bar(
    of=Conflict,
    agree=(_SAME_ADVISER, _SAME_MATTER),
    since="declared_on",
    until="ended_on",
    on="asked_on",
    unless="recused_on",
    field="adviser",
    zh="{bar.adviser}已于{bar.declared_on}就“{bar.title}”申报利益冲突；请改由其他法律顾问或公职律师办理",
    en="{bar.adviser} declared a conflict of interest over '{bar.title}' on {bar.declared_on};"
    " ask another adviser",
)
_RECUSED = replace(
    _DECLARED,
    of=Opinion,
    since="recused_on",
    until="",
    where=Q(recused_on__isnull=False),
    zh="{bar.adviser}已于{bar.recused_on}就“{bar.title}”回避；请改由其他法律顾问或公职律师办理",
    en="{bar.adviser} stood aside over '{bar.title}' on {bar.recused_on}; ask another adviser",
)

OPINION_BARS = (_DECLARED, _RECUSED)
CONTRACT_BARS = tuple(replace(bar, on="reviewed_on", unless="") for bar in OPINION_BARS)
