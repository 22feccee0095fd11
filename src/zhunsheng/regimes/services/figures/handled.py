"""Applications: carried in + received = decided + withdrawn + not accepted + carried out."""

from django.db.models import Exists, OuterRef, Q

from zhunsheng.kernel.declare import (
    END,
    START,
    Figure,
    Identity,
    Rate,
    Stock,
    by,
    met,
    met_late,
    met_on_time,
)
from zhunsheng.regimes.services.models import Application, ServiceItem

_OPEN = Stock(since="received_on", until="ended_on")
_DECIDED = Q(result__in=("granted", "refused"))
#: The item it applies for is a permit; asked of the item, for a join would multiply other rows.
_OF_A_PERMIT = Exists(ServiceItem.objects.filter(pk=OuterRef("service"), kind="permit"))
_NOTE = ("按办结日期计。", "By the day it ended.")


def _ended(key: str, zh: str, en: str, where: Q, rule: str = "") -> Figure:
    return Figure(
        key, zh, en, "件", of=Application, dated_by="ended_on", where=where, rule=rule,
        note_zh=_NOTE[0], note_en=_NOTE[1],
    )  # fmt: skip


def _timed(name: str, zh: str, en: str) -> tuple[Figure, ...]:
    """Decided under a term, within it, after it, and the share within."""
    duty = f"services.{name}"
    return (
        _ended(f"{duty}.decided", f"有{zh}时限的办结件", f"decided under a {en} term",
               _DECIDED & Q(met(duty)), duty),
        _ended(f"{duty}.on_time", f"按{zh}时限办结", f"decided within the {en} term",
               _DECIDED & Q(met_on_time(duty)), duty),
        _ended(
            f"{duty}.late", f"超过{zh}时限办结", f"decided after the {en} term",
            _DECIDED & Q(met_late(duty)), duty,
        ),
        Figure(f"{duty}.rate", f"{zh}时限内办结率", f"share within the {en} term", "%",
               measure=Rate(f"{duty}.on_time", f"{duty}.decided"), rule=duty),
    )  # fmt: skip


FIGURES = (
    Figure(
        "services.carried_in", "上年结转办件", "applications carried in", "件",
        of=Application, measure=_OPEN, at=START,
    ),
    Figure(
        "services.received", "收到办件", "applications received", "件",
        of=Application, dated_by="received_on",
        parts=by("channel", ("online", "网上", "online"), ("window", "窗口", "at the counter"),
                 ("post", "邮寄", "by post")),
        note_zh="按收件日期计，一个平台办件编号计一件。",
        note_en="By the day of receipt, one for each number of the platform.",
    ),
    _ended("services.decided", "办结办件", "applications decided", _DECIDED),
    _ended("services.decided.refused", "不予办件", "applications refused", Q(result="refused")),
    _ended("services.permits", "作出处理决定的行政许可办件", "permits decided",
           _DECIDED & Q(_OF_A_PERMIT)),
    _ended("services.withdrawn", "撤回办件", "applications withdrawn", Q(result="withdrawn")),
    _ended("services.not_accepted", "不予受理办件", "applications not accepted",
           Q(result="not_accepted")),
    Figure(
        "services.carried_out", "结转下年办件", "applications carried out", "件",
        of=Application, measure=_OPEN, at=END,
    ),
    Figure(
        "services.acceptance.on_time", "按期受理或者答复的办件", "answered on time", "件",
        of=Application, dated_by="received_on", where=Q(met_on_time("services.acceptance")),
        rule="services.acceptance",
    ),
    *_timed("statutory", "法定", "statutory"),
    *_timed("promised", "承诺", "promised"),
    _ended("services.extended", "经批准延期的办结件", "decided after an extension",
           _DECIDED & Q(extended_on__isnull=False), "services.extension"),
    _ended("services.certificates", "应当颁发证件的办结件", "decisions that owe a certificate",
           Q(result="granted", certificate=True), "services.certificate"),
    _ended("services.certificates.on_time", "按期送达的证件", "certificates delivered on time",
           Q(met_on_time("services.certificate")), "services.certificate"),
    Figure("services.received.online.rate", "网上申请率", "share applied for online", "%",
           measure=Rate("services.received.online", "services.received"),
           note_zh="分母为当年收到办件。", note_en="Over applications received in the year."),
    _ended("services.suspended", "经特别程序的办结件", "decided after a suspension",
           _DECIDED & ~Q(suspensions="")),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="services.applications",
        zh="上年结转加收到办件等于办结、撤回、不予受理与结转下年之和",
        en="carried in + received = decided + withdrawn + not accepted + carried out",
        left=("services.carried_in", "services.received"),
        right=(
            "services.decided",
            "services.withdrawn",
            "services.not_accepted",
            "services.carried_out",
        ),
    ),
    *(
        Identity(
            key=f"services.{name}",
            zh=f"有{zh}时限的办结件等于时限内办结加超过时限办结",
            en=f"decided under a {en} term = within it + after it",
            left=(f"services.{name}.decided",),
            right=(f"services.{name}.on_time", f"services.{name}.late"),
        )
        for name, zh, en in (("statutory", "法定", "statutory"), ("promised", "承诺", "promised"))
    ),
)
