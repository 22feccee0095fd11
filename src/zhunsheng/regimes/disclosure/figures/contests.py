"""Reviews and suits over replies, by the national table: ended by result, and pending."""

from django.db.models import Q

from zhunsheng.kernel.declare import END, Figure, Stock, Total, both, by
from zhunsheng.regimes.disclosure.models import Contest, Contested, Result

_RESULTS = tuple((value, *both(name)) for value, name in Result.choices)
_PENDING = Stock(since="begun_on", until="ended_on")


def _of(kind: str, zh: str, en: str) -> tuple[Figure, ...]:
    key, where = f"disclosure.contests.{kind}", Q(kind=kind)
    return (
        Figure(
            key, f"审结的信息公开{zh}", f"{en} over replies, ended", "件", of=Contest,
            dated_by="ended_on", where=where, parts=by("result", *_RESULTS),
        ),
        Figure(
            f"{key}.pending", f"尚未审结的信息公开{zh}", f"{en} over replies, pending", "件",
            of=Contest, measure=_PENDING, at=END, where=where,
        ),
        Figure(
            f"{key}.all", f"信息公开{zh}总计", f"{en} over replies, all", "件",
            measure=Total((key, f"{key}.pending")),
        ),
    )  # fmt: skip


FIGURES = (
    Figure(
        "disclosure.contests", "对信息公开答复提起的行政复议和行政诉讼",
        "reviews and suits over replies", "件", of=Contest, dated_by="begun_on",
    ),
    *(figure for kind, name in Contested.choices for figure in _of(kind, *both(name))),
)  # fmt: skip
