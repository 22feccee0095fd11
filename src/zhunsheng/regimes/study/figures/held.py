"""How often law was studied: what two counts of the report share is counted, not guessed."""

from dataclasses import replace

from django.db.models import Q

from zhunsheng.kernel.declare import Identity, by
from zhunsheng.regimes.study.figures.counted import sessions

_THOUGHT = Q(on_thought=True)
_PARTY_GROUP = Q(forum__in=("centre_group", "first_topic"))
FIGURES = (
    replace(
        sessions("study.activities", "学法活动", "sessions of every forum"),
        parts=by(
            "forum",
            ("centre_group", "党组理论学习中心组", "centre group"),
            ("first_topic", "第一议题", "first topic"),
            ("before_meeting", "会前学法", "before a meeting"),
            ("all_staff", "全体集体学习", "all staff"),
            ("training", "培训", "training"),
            ("court_hearing", "旁听庭审", "court hearings"),
            ("exam", "考试", "examinations"),
        ),
    ),
    sessions(
        "study.sessions", "习近平法治思想学习和党组学法", "thought sessions or Party-group study",
        where=_THOUGHT | _PARTY_GROUP,
        note=(
            "学习习近平法治思想的，或者由党组以理论学习中心组、第一议题形式学法的；两项兼有的只计一次。",
            "On Xi Jinping Thought on the Rule of Law, or studied by the Party group as centre"
            " group or first topic; what is both counts once.",
        ),
    ),
    sessions(
        "study.thought_sessions", "习近平法治思想学习",
        "sessions on Xi Jinping Thought on the Rule of Law", where=_THOUGHT,
        rule="study.first_topic",
        note=("不论学习形式。", "Whatever the forum."),
    ),
    sessions(
        "study.party_group_legal", "党组学法", "legal study by the Party group",
        where=_PARTY_GROUP, rule="study.centre_group",
        note=(
            "以党组理论学习中心组、第一议题形式进行的，含学习习近平法治思想。",
            "As centre group or first topic; study of the thought included.",
        ),
    ),
    sessions(
        "study.sessions.overlap", "党组学习习近平法治思想",
        "Party-group study of the thought, in both counts", where=_THOUGHT & _PARTY_GROUP,
        note=(
            "同时计入习近平法治思想学习和党组学法。",
            "In the thought sessions and in the Party group's study alike.",
        ),
    ),
    sessions(
        "study.listed", "学习应知应会清单内容的学法活动", "sessions on the should-know list",
        where=Q(on_list=True), rule="study.should_know_list",
    ),
)  # fmt: skip

IDENTITIES = (
    Identity(
        key="study.sessions",
        zh="学习次数等于习近平法治思想学习加党组学法减两项兼有的",
        en="sessions = thought sessions + Party-group study − what is both",
        left=("study.sessions",),
        right=("study.thought_sessions", "study.party_group_legal"),
        right_minus=("study.sessions.overlap",),
    ),
)
