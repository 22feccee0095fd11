"""What was assigned to the bureau, and what of it is still open."""

from django.db.models import Q

from zhunsheng.kernel.declare import END, START, Figure, Identity, Stock, met_on_time
from zhunsheng.regimes.oversight.figures.counted import BY_ROLE, OURS, OWN, rate
from zhunsheng.regimes.oversight.models import Submission

_OPINION = Q(met_on_time("oversight.co_opinion")) | Q(met_on_time("oversight.proposal_co_opinion"))
_OPEN = Stock("assigned_on", "replied_on")
_OPEN_NOTE = ("只含主办和分办件。", "Lead and separate ones only.")


def _assigned(key: str, zh: str, en: str, *, where: Q | None = None, rule: str = "") -> Figure:
    return Figure(
        key, zh, en, "件", of=Submission, dated_by="assigned_on",
        where=OURS if where is None else OURS & where, parts=BY_ROLE, rule=rule,
        note_zh="按交办日期计，不含已改交其他单位办理的。",
        note_en="By the day of assignment; without what was assigned to another unit.",
    )  # fmt: skip


def _opinions(key: str, zh: str, en: str, *, where: Q) -> Figure:
    return Figure(
        key, zh, en, "件", of=Submission, dated_by="opinion_sent_on", where=Q(role="co") & where,
        rule="oversight.co_opinion",
        note_zh="按送出日期计，只含协办件。", note_en="By the day sent; co-handled ones only.",
    )  # fmt: skip


FIGURES = (
    _assigned("oversight.submissions", "承办建议提案", "submissions assigned"),
    _assigned(
        "oversight.suggestions", "承办人大代表建议", "suggestions assigned",
        where=Q(body="suggestion"), rule="oversight.reply_term",
    ),
    _assigned(
        "oversight.proposals", "承办政协提案", "proposals assigned",
        where=Q(body="proposal"), rule="oversight.proposal_term",
    ),
    Figure(
        "oversight.reassigned", "改交其他单位办理的建议提案", "submissions assigned to another",
        "件", of=Submission, dated_by="reassigned_on", rule="oversight.reassign_term",
        note_zh="按改交日期计，不属于本单位职责的。",
        note_en="By the day they went; they were not the bureau's.",
    ),
    Figure(
        "oversight.carried_in", "上年结转待答复建议提案", "submissions carried in", "件",
        of=Submission, measure=_OPEN, at=START, where=OWN,
        note_zh=_OPEN_NOTE[0], note_en=_OPEN_NOTE[1],
    ),
    Figure(
        "oversight.carried_out", "结转下年待答复建议提案", "submissions carried out", "件",
        of=Submission, measure=_OPEN, at=END, where=OWN,
        note_zh=_OPEN_NOTE[0], note_en=_OPEN_NOTE[1],
    ),
    _opinions("oversight.opinions_sent", "送出协办意见", "opinions sent", where=Q()),
    _opinions(
        "oversight.opinions_sent.on_time", "按期送出协办意见", "opinions sent on time",
        where=_OPINION,
    ),
    rate(
        "oversight.opinions_sent.rate", "协办意见按期率", "share of opinions sent on time",
        numerator="oversight.opinions_sent.on_time", denominator="oversight.opinions_sent",
        rule="oversight.co_opinion",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="oversight.submissions",
        zh="承办建议提案等于人大代表建议与政协提案之和",
        en="submissions = suggestions + proposals",
        left=("oversight.submissions",),
        right=("oversight.suggestions", "oversight.proposals"),
    ),
    Identity(
        key="oversight.open",
        zh="上年结转加当年交办的主办、分办件等于已答复加结转下年",
        en="carried in + assigned to answer = answered + carried out",
        left=(
            "oversight.carried_in",
            "oversight.submissions.lead",
            "oversight.submissions.separate",
        ),
        right=("oversight.answered", "oversight.carried_out"),
    ),
)
