"""What was studied: a session on several topics stands in each, and how often is said."""

from itertools import combinations

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, Total
from zhunsheng.regimes.study.figures.counted import sessions
from zhunsheng.regimes.study.models import TOPICS

_NOTE = ("一次学习涉及多项专题的，分别计入。", "A session on several topics stands in each.")


def _exactly(n: int) -> Q:
    """Sessions on exactly n of the topics."""
    found = Q()
    for chosen in combinations(TOPICS, n):
        found |= Q(**{name: name in chosen for name in TOPICS})
    return found


FIGURES = (
    sessions(
        "study.topics.constitution", "学习宪法的学法活动", "sessions on the Constitution",
        where=Q(on_constitution=True), note=_NOTE,
    ),
    sessions(
        "study.topics.party_rules", "学习党内法规的学法活动", "sessions on the Party's rules",
        where=Q(on_party_rules=True), note=_NOTE,
    ),
    sessions(
        "study.topics.laws", "学习国家法律法规的学法活动", "sessions on laws",
        where=Q(on_laws=True), note=_NOTE,
    ),
    Figure(
        "study.topics.several", "涉及多项专题的学法活动", "on several topics", "次",
        measure=Total(("study.topics.two", "study.topics.three", "study.topics.four")),
    ),
    sessions("study.topics.two", "涉及两项专题的学法活动", "on two topics", where=_exactly(2)),
    sessions("study.topics.three", "涉及三项专题的学法活动", "on three topics", where=_exactly(3)),
    sessions("study.topics.four", "涉及四项专题的学法活动", "on four topics", where=_exactly(4)),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="study.topics",
        zh="各专题次数之和减重复计入的等于学法活动次数",
        en="the topics' counts less what stands in several = sessions",
        left=(
            "study.thought_sessions",
            "study.topics.constitution",
            "study.topics.party_rules",
            "study.topics.laws",
        ),
        left_minus=(
            "study.topics.two",
            *("study.topics.three",) * 2,
            *("study.topics.four",) * 3,
        ),
        right=("study.activities",),
    ),
)
