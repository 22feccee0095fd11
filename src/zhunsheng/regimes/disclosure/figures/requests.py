"""Requests, by the national table: new + carried in = handled + carried out."""

from django.db.models import Q

from zhunsheng.kernel.declare import (
    END,
    START,
    Figure,
    Identity,
    Rate,
    Stock,
    both,
    by,
    met,
    met_on_time,
)
from zhunsheng.regimes.disclosure.models import Reply, Request

#: The groups of the national table that have more than one row.
_GROUPS = (
    ("refused", "不予公开", "refused"),
    ("unavailable", "无法提供", "cannot be provided"),
    ("not_handled", "不予处理", "not handled"),
    ("otherwise", "其他处理", "otherwise closed"),
)


def _rows(group: str) -> tuple[str, ...]:
    return tuple(value for value in Reply.values if value.startswith(f"{group}_"))


def _group(group: str, zh: str, en: str) -> Figure:
    return Figure(
        f"disclosure.requests.handled.{group}", f"办结信息公开申请（{zh}）",
        f"requests handled ({en})", "件", of=Request, dated_by="replied_on",
        where=Q(reply__in=_rows(group)), rule="disclosure.reply_types",
    )  # fmt: skip


def _sum_of(group: str, zh: str, en: str) -> Identity:
    whole = f"disclosure.requests.handled.{group}"
    parts = tuple(f"disclosure.requests.handled.{value}" for value in _rows(group))
    return Identity(
        whole, f"{zh}等于各项理由之和", f"{en} = the sum of its reasons", (whole,), parts
    )


_STOCK = Stock(since="received_on", until="replied_on")

FIGURES = (
    Figure(
        "disclosure.requests.carried_in", "上年结转申请", "requests carried in", "件", of=Request,
        measure=_STOCK, at=START,
    ),
    Figure(
        "disclosure.requests.new", "新收信息公开申请", "new requests", "件", of=Request,
        dated_by="received_on",
        parts=by(
            "applicant",
            ("person", "自然人", "natural persons"),
            ("company", "商业企业", "companies"),
            ("institute", "科研机构", "research institutes"),
            ("social", "社会公益组织", "social organisations"),
            ("legal", "法律服务机构", "legal services"),
            ("other", "其他", "others"),
        ),
    ),
    Figure(
        "disclosure.requests.handled", "办结信息公开申请", "requests handled", "件", of=Request,
        dated_by="replied_on",
        parts=by("reply", *((v, *both(name)) for v, name in Reply.choices)),
        rule="disclosure.reply_types",
    ),
    *(_group(*names) for names in _GROUPS),
    Figure(
        "disclosure.requests.carried_out", "结转下年度申请", "requests carried out", "件",
        of=Request, measure=_STOCK, at=END,
    ),
    Figure(
        "disclosure.requests.answered", "应当在期限内答复并已答复的申请",
        "requests answered under a term", "件", of=Request, dated_by="replied_on",
        where=Q(met("disclosure.reply")), rule="disclosure.reply_term",
        note_zh="逾期不补正、答复期限没有起算的不计在内。",
        note_en="One never corrected, whose term never ran, is not among them.",
    ),
    Figure(
        "disclosure.requests.on_time", "按期答复信息公开申请", "requests answered on time", "件",
        of=Request, dated_by="replied_on", where=Q(met_on_time("disclosure.reply")),
        rule="disclosure.reply_term",
    ),
    Figure(
        "disclosure.requests.rate", "依申请公开按期答复率", "share answered on time", "%",
        measure=Rate("disclosure.requests.on_time", "disclosure.requests.answered"),
        rule="disclosure.reply_term",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="disclosure.requests",
        zh="新收加上年结转等于办结加结转下年度",
        en="new + carried in = handled + carried out",
        left=("disclosure.requests.new", "disclosure.requests.carried_in"),
        right=("disclosure.requests.handled", "disclosure.requests.carried_out"),
    ),
    *(_sum_of(*names) for names in _GROUPS),
)
