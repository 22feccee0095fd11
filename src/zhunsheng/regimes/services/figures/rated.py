"""Ratings over those rated, and persons guided, which are no applications."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Rate, Sum, by, met_on_time
from zhunsheng.regimes.services.models import Application, GuidedAct

_RULE, _CALL_BACK = "services.rating", "services.call_back"


def _rated(key: str, zh: str, en: str, where: Q, rule: str = _RULE) -> Figure:
    return Figure(key, zh, en, "件", of=Application, dated_by="rated_on", where=where, rule=rule)


FIGURES = (
    _rated("services.rated", "收到评价的办件", "applications rated", ~Q(rating="")),
    _rated("services.content", "评价为基本满意以上的办件", "rated fair or better",
           Q(rating__in=("3", "4", "5"))),
    _rated("services.poor", "差评办件", "applications rated poorly", Q(rating__in=("1", "2"))),
    _rated("services.poor.called_back", "按期回访的差评", "poor ratings called back on time",
           Q(met_on_time(_CALL_BACK)), _CALL_BACK),
    Figure("services.satisfaction", "政务服务满意率", "satisfaction", "%",
           measure=Rate("services.content", "services.rated"), rule=_RULE,
           note_zh="分母为收到评价的办件，没有评价的不计。",
           note_en="Over applications rated; those never rated are not among them."),
    Figure("services.poor.rate", "差评按期回访率", "share called back on time", "%",
           measure=Rate("services.poor.called_back", "services.poor"), rule=_CALL_BACK),
    Figure(
        "services.guided", "事前辅导和帮办代办", "persons guided", "人次",
        of=GuidedAct, measure=Sum("people"), dated_by="acted_on",
        parts=by("kind", ("beforehand", "事前辅导", "beforehand"),
                 ("throughout", "帮办代办", "throughout")),
        note_zh="按服务人次计，不是办件，不与办件合并。",
        note_en="Persons, not applications; never added to them.",
    ),
)  # fmt: skip
