"""Enterprises served: each once, by credit code, else by name; and which may be the same."""

from typing import Any

from django.db.models import F, Max, Min, Q, Window

from zhunsheng.kernel.declare import Distinct, Figure, as_one
from zhunsheng.regimes.outreach.models import EnterpriseVisit

_ONE_NAME: list[Any] = [F("agency"), as_one("enterprise")]


def _several_codes(agencies: tuple[int, ...]) -> Q:
    """Rows whose name stands under several codes, or with a code beside without.

    Found for all rows at once: compared row by row, a thousand visits would be a million
    comparisons.
    """
    among = EnterpriseVisit._default_manager.filter(standing="confirmed", agency__in=agencies)
    found = among.annotate(
        least=Window(Min("credit_code"), partition_by=_ONE_NAME),
        most=Window(Max("credit_code"), partition_by=_ONE_NAME),
    ).filter(least__lt=F("most"))
    # Without a reference to the row outside: PostgreSQL would find them anew for each row.
    return Q(pk__in=found.values("pk"))


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
    Figure(
        "outreach.visits.doubtful", "可能重复计数的企业走访", "visits that may count twice", "家次",
        of=EnterpriseVisit, dated_by="visited_on", among=_several_codes,
        note_zh="同名企业的走访，有的没有填写统一社会信用代码，或者所填代码不一致。",
        note_en="Visits to enterprises of one name, some without a credit code or under another.",
    ),
)  # fmt: skip
