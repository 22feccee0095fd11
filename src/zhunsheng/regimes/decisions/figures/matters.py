"""How many matters were decided: two flags, counted apart, and what bears both said."""

from dataclasses import replace

from django.db.models import F, Q

from zhunsheng.kernel.declare import Figure, Identity, Rate, by, met_on_time
from zhunsheng.regimes.decisions.models import Matter

MAJOR = Q(major=True)
_KEY = Q(key_matter=True)
_NOTE = ("按集体讨论决定日期计。", "By the day it was decided.")


def matters(
    key: str, zh: str, en: str, *, where: Q, rule: str = "", dated_by: str = "decided_on"
) -> Figure:
    """A count of matters decided in the year."""
    note = _NOTE if dated_by == "decided_on" else ("", "")
    return Figure(
        key, zh, en, "项", of=Matter, dated_by=dated_by, where=where, rule=rule,
        note_zh=note[0], note_en=note[1],
    )  # fmt: skip


FIGURES = (
    matters("decisions.matters", "集体决策事项", "matters decided", where=MAJOR | _KEY),
    replace(
        matters(
            "decisions.major", "重大行政决策", "major administrative decisions",
            where=MAJOR, rule="decisions.collective_discussion",
        ),
        parts=by(
            "for_whom",
            ("own", "本单位决策", "the bureau's own"),
            ("city_government", "代市政府承办", "for the city government"),
        ),
    ),
    replace(
        matters(
            "decisions.key_matters", "三重一大事项", "key matters", where=_KEY,
            rule="decisions.key_matters",
        ),
        parts=by(
            "key_kind",
            ("decision", "重大决策", "major decisions"),
            ("appointment", "重要干部任免", "cadre appointments"),
            ("project", "重大项目安排", "major projects"),
            ("funds", "大额度资金使用", "large sums"),
        ),
    ),
    matters(
        "decisions.both", "既是重大行政决策又是三重一大的事项", "major decisions and key matters",
        where=MAJOR & _KEY,
    ),
    matters(
        "decisions.published", "公布重大行政决策", "major decisions published",
        where=MAJOR & Q(published_on__isnull=False), dated_by="published_on",
        rule="decisions.publication",
    ),
    matters(
        "decisions.archived", "已归档的重大行政决策", "major decisions archived",
        where=MAJOR & Q(archived_on__isnull=False), rule="decisions.archive",
    ),
    matters(
        "decisions.archived.on_time", "材料按期归档的集体决策事项", "papers filed on time",
        where=Q(met_on_time("decisions.archive")), rule="decisions.archive_term",
    ),
    matters(
        "decisions.evaluated", "重大行政决策后评估", "major decisions evaluated",
        where=MAJOR & Q(evaluated_on__isnull=False), dated_by="evaluated_on",
        rule="decisions.evaluation",
    ),
    matters(
        "decisions.evaluated.apart", "由其他单位作出的后评估", "evaluations by somebody else",
        where=MAJOR
        & ~Q(evaluated_by="")
        & ~Q(evaluated_by=F("assessed_by"))
        & ~Q(evaluated_by=F("executed_by")),
        dated_by="evaluated_on", rule="decisions.evaluator",
    ),
    Figure(
        "decisions.evaluated.apart.rate", "后评估由其他单位作出的比例",
        "share of evaluations by somebody else", "%",
        measure=Rate("decisions.evaluated.apart", "decisions.evaluated"),
        rule="decisions.evaluator",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="decisions.matters",
        zh="集体决策事项等于重大行政决策加三重一大事项减两项兼有的",
        en="matters = major decisions + key matters − what is both",
        left=("decisions.matters",),
        right=("decisions.major", "decisions.key_matters"),
        right_minus=("decisions.both",),
    ),
)
