"""Enterprises served: each once, by credit code, else by name; and which may be the same."""

from django.db.models import Exists, OuterRef, Q

from zhunsheng.kernel.declare import Distinct, Figure, as_one
from zhunsheng.regimes.outreach.models import EnterpriseVisit

# Another row of the same name under another code, or one with a code beside one without.
_SAME_NAME = (
    EnterpriseVisit._default_manager.alias(name=as_one("enterprise"))
    .filter(
        agency=OuterRef("agency"),
        standing="confirmed",
        name=as_one(OuterRef("enterprise")),
    )
    .exclude(credit_code=OuterRef("credit_code"))
)


def _visits(key: str, zh: str, en: str, where: Q | None = None) -> Figure:
    return Figure(key, zh, en, "家次", of=EnterpriseVisit, dated_by="visited_on", where=where)


FIGURES = (
    Figure(
        "outreach.enterprises", "普法服务企业", "enterprises served", "家",
        of=EnterpriseVisit, measure=Distinct("credit_code", otherwise="enterprise"),
        dated_by="visited_on",
        note_zh="同一企业多次走访计一家；没有统一社会信用代码的按企业名称区分。",
        note_en="Each counts once however often visited; by name where no credit code is given.",
    ),
    _visits("outreach.visits", "走访企业", "visits"),
    _visits(
        "outreach.visits.asked", "企业提出问题的走访", "visits with a question", ~Q(question="")
    ),
    _visits(
        "outreach.visits.advised", "问题已解答的走访", "visits whose question was answered",
        ~Q(question="") & ~Q(advice=""),
    ),
    _visits(
        "outreach.visits.doubtful", "可能重复计数的企业走访", "visits that may count twice",
        Q(Exists(_SAME_NAME)),
    ),
)  # fmt: skip
