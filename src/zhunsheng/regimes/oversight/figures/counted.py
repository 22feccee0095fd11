"""Which submissions a figure counts, and the two shapes most figures have."""

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Rate
from zhunsheng.kernel.declare import by as parts_by
from zhunsheng.regimes.oversight.models import Submission

#: Without what was assigned to another unit.
OURS = Q(reassigned_on__isnull=True)
#: What the bureau answers itself; the lead answers what it co-handles.
OWN = OURS & Q(role__in=("lead", "separate"))
ANSWERED = OWN & Q(replied_on__isnull=False)
BY_ROLE = parts_by(
    "role", ("lead", "主办", "lead"), ("co", "协办", "co"), ("separate", "分办", "separate")
)
BY_BODY = parts_by(
    "body", ("suggestion", "人大代表建议", "suggestions"), ("proposal", "政协提案", "proposals")
)
NOTE = ("按答复日期计，只含主办和分办件。", "By the day of the reply; lead and separate ones only.")


def answered(
    key: str,
    zh: str,
    en: str,
    *,
    where: Q | None = None,
    rule: str = "",
    note: tuple[str, str] = NOTE,
) -> Figure:
    """A count of submissions the bureau answered in the year."""
    condition = ANSWERED if where is None else ANSWERED & where
    return Figure(
        key, zh, en, "件", of=Submission, dated_by="replied_on", where=condition, rule=rule,
        note_zh=note[0], note_en=note[1],
    )  # fmt: skip


def rate(key: str, zh: str, en: str, *, numerator: str, denominator: str, rule: str = "") -> Figure:
    """A share in per cent."""
    return Figure(key, zh, en, "%", measure=Rate(numerator, denominator), rule=rule)
