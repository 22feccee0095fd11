"""What the bureau answered: in time, after contact, and open to the public."""

from dataclasses import replace

from django.db.models import F, OuterRef, Q

from zhunsheng.kernel.declare import Figure, Identity, exists, met_on_time
from zhunsheng.regimes.oversight.figures.counted import BY_BODY, OWN, answered, rate
from zhunsheng.regimes.oversight.models import Contact, Submission

_ON_TIME = Q(met_on_time("oversight.reply")) | Q(met_on_time("oversight.proposal_reply"))
_CONTACTED = Q(exists(Contact, "submission", Q(met_on__lte=OuterRef("replied_on")))) | (
    Q(contacted_on__lte=F("replied_on")) & ~Q(exists(Contact, "submission"))
)
_PUBLISHED = Q(reply_published_on__isnull=False)
_WITHHELD = Q(reply_published_on__isnull=True) & ~Q(not_public_reason="")
_UNPUBLISHED = Q(reply_published_on__isnull=True, not_public_reason="")
_PUBLISH = "oversight.publish_reply"

FIGURES = (
    replace(
        answered(
            "oversight.answered", "已答复建议提案", "submissions answered",
            rule="oversight.reply_term",
        ),
        parts=BY_BODY,
    ),
    answered(
        "oversight.answered.on_time", "按期答复建议提案", "answered on time",
        where=_ON_TIME, rule="oversight.reply_term",
        note=(
            "建议按代表法、提案按提案工作规定的期限，延期的按延长后的期限。",
            "Suggestions by the deputies' law, proposals by their rules; extended ones by the"
            " longer term.",
        ),
    ),
    rate(
        "oversight.answered.rate", "按期答复率", "share answered on time",
        numerator="oversight.answered.on_time", denominator="oversight.answered",
        rule="oversight.reply_term",
    ),
    answered(
        "oversight.answered.contacted", "答复前已沟通的建议提案", "answered after contact",
        where=_CONTACTED, rule="oversight.contact",
        note=(
            "按答复日期计，只含主办和分办件；逐次登记了联系的以联系记录为准，没有逐次登记的以沟通日期为准。",
            "By the day of the reply; lead and separate ones only. By the contacts entered one by"
            " one, else by the day the step told.",
        ),
    ),
    rate(
        "oversight.answered.contacted.rate", "答复前沟通率", "share answered after contact",
        numerator="oversight.answered.contacted", denominator="oversight.answered",
        rule="oversight.contact",
    ),
    answered(
        "oversight.answered.published", "已公开复文的建议提案", "answered, reply published",
        where=_PUBLISHED, rule=_PUBLISH,
        note=(
            "按答复日期计；复文可以在以后年度公开。",
            "By the day of the reply; it may be published in a later year.",
        ),
    ),
    answered(
        "oversight.answered.withheld", "说明理由不公开复文的建议提案",
        "answered, reply withheld for a reason", where=_WITHHELD, rule=_PUBLISH,
    ),
    answered(
        "oversight.answered.unpublished", "复文未公开也未说明理由的建议提案",
        "answered, reply neither published nor withheld for a reason",
        where=_UNPUBLISHED, rule=_PUBLISH,
    ),
    Figure(
        "oversight.replies_published", "公开建议提案复文", "replies published", "件",
        of=Submission, dated_by="reply_published_on", where=OWN, rule=_PUBLISH,
        note_zh="按公开日期计，含以前年度答复的。",
        note_en="By the day of publication, whichever year the reply is of.",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="oversight.replies",
        zh="已答复等于复文已公开、说明理由不公开与未公开之和",
        en="answered = published + withheld + unpublished",
        left=("oversight.answered",),
        right=(
            "oversight.answered.published",
            "oversight.answered.withheld",
            "oversight.answered.unpublished",
        ),
    ),
)
