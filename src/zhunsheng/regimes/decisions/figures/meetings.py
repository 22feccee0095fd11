"""How often the leaders met to decide, and with whom."""

from dataclasses import replace

from django.db.models import Q

from zhunsheng.kernel.declare import Figure, Identity, Rate, by
from zhunsheng.regimes.decisions.models import Meeting


def _meetings(key: str, zh: str, en: str, *, where: Q | None = None, rule: str = "") -> Figure:
    return Figure(key, zh, en, "次", of=Meeting, dated_by="held_on", where=where, rule=rule)


FIGURES = (
    replace(
        _meetings("decisions.meetings", "议事决策会议", "decision-making meetings"),
        parts=by(
            "kind",
            ("party_group", "党组会议", "Party group"),
            ("office_meeting", "局长办公会议", "director's office"),
        ),
    ),
    _meetings(
        "decisions.meetings.team_present", "派驻组参加的议事决策会议",
        "meetings with the resident team", where=Q(team_present=True),
        rule="decisions.team_present",
    ),
    _meetings(
        "decisions.meetings.team_absent", "派驻组未参加的议事决策会议",
        "meetings without the resident team", where=Q(team_present=False),
    ),
    Figure(
        "decisions.meetings.team_rate", "派驻组参加率", "share with the resident team", "%",
        measure=Rate("decisions.meetings.team_present", "decisions.meetings"),
        rule="decisions.team_present",
    ),
    _meetings(
        "decisions.meetings.principal_last", "主要负责人末位表态的会议",
        "meetings at which the principal spoke last", where=Q(principal_last=True),
        rule="decisions.collective_discussion",
    ),
    Figure(
        "decisions.meetings.principal_last.rate", "主要负责人末位表态率",
        "share at which the principal spoke last", "%",
        measure=Rate("decisions.meetings.principal_last", "decisions.meetings"),
        rule="decisions.collective_discussion",
    ),
    _meetings(
        "decisions.meetings.dissent", "记录不同意见的会议", "meetings that recorded dissent",
        where=~Q(dissent=""),
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="decisions.meetings.team",
        zh="议事决策会议等于派驻组参加与未参加之和",
        en="meetings = with the resident team + without it",
        left=("decisions.meetings",),
        right=("decisions.meetings.team_present", "decisions.meetings.team_absent"),
    ),
)
