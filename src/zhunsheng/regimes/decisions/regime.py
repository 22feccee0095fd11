"""Decisions: major administrative ones, key matters, and the meetings that made them."""

from zhunsheng.kernel.declare import Facet, Regime, Register, Role
from zhunsheng.regimes.decisions.checks import CHANGE_CHECKS, LISTED_CHECKS, MATTER_CHECKS
from zhunsheng.regimes.decisions.duties import DUTIES
from zhunsheng.regimes.decisions.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.decisions.models import (
    DecisionList,
    ExecutionChange,
    ListedMatter,
    Matter,
    Meeting,
    MeetingKind,
)
from zhunsheng.regimes.decisions.procedure import CHANGING, DECIDING, LISTING

_MEETINGS = Register(
    of=Meeting,
    zh="议事决策会议",
    en="decision-making meetings",
    columns=(
        "title", "division", "kind", "held_on", "team_present", "principal_last", "decision",
        "dissent",
    ),
    listed=("title", "kind", "held_on", "team_present", "principal_last"),
    filters=("kind", "team_present"),
    dated_by="held_on",
    owed_by=("office",),
    unit="次",
    open_to=(Role.RESIDENT_TEAM,),
)  # fmt: skip
_MATTERS = Register(
    of=Matter,
    zh="集体决策事项",
    en="matters for decision",
    columns=(
        "title", "division", "major", "key_matter", "key_kind", "for_whom", "listed", "opened_on",
        "comment_from", "comment_to", "comment_short_reason", "comments_received",
        "comments_adopted", "no_comment_reason", "hearing_papers_on", "hearing_on", "experts_on",
        "no_experts_reason", "risk_on", "no_risk_reason", "competition_on",
        "no_competition_reason", "review_from", "reviewed_on", "review_body", "legality",
        "review_short_reason", "counsel_heard", "exploratory_risk", "tabled_on", "decided_on",
        "meeting", "party_reported_on", "published_on", "not_published_reason", "archived_on",
        "executed_on", "executed_by", "assessed_by", "evaluated_on", "evaluated_by",
        "evaluation_cause", "evaluation_result",
    ),
    listed=("title", "division", "major", "key_kind", "for_whom", "decided_on", "stage"),
    filters=("major", "key_matter", "key_kind", "for_whom"),
    dated_by="decided_on",
    owed_by=("office", "legal"),
    unit="项",
    checks=MATTER_CHECKS,
    open_to=(Role.RESIDENT_TEAM,),
)  # fmt: skip
_LISTS = Register(
    of=DecisionList,
    zh="决策事项目录",
    en="yearly lists of decisions",
    columns=("title", "division", "for_whom", "year", "set_on", "agreed_on", "published_on"),
    listed=("title", "for_whom", "year", "set_on", "published_on", "stage"),
    filters=("for_whom",),
    dated_by="set_on",
    owed_by=("legal",),
    unit="份",
    by_month=False,
)
_LISTED = Register(
    of=ListedMatter,
    zh="目录事项",
    en="matters listed",
    columns=(
        "decision_list", "title", "division", "listed_on", "entered", "planned_on", "removed_on",
        "removed_reason", "change_published_on",
    ),
    listed=("title", "division", "entered", "listed_on", "planned_on", "removed_on"),
    filters=("entered",),
    parent="decision_list",
    dated_by="listed_on",
    unit="项",
    checks=LISTED_CHECKS,
    later=("removed_on", "removed_reason", "change_published_on"),
)  # fmt: skip
_CHANGES = Register(
    of=ExecutionChange,
    zh="决策执行变更",
    en="changes in execution",
    columns=(
        "matter", "title", "for_whom", "kind", "reason", "urgent", "decided_on", "meeting",
        "changed_on", "resumed_on",
    ),
    listed=("title", "kind", "changed_on", "decided_on", "resumed_on", "stage"),
    filters=("kind",),
    parent="matter",
    dated_by="changed_on",
    unit="次",
    checks=CHANGE_CHECKS,
    open_to=(Role.RESIDENT_TEAM,),
)  # fmt: skip

REGIME = Regime(
    key="decisions",
    zh="重大决策",
    en="decisions",
    law=("decision_regulations", "competition_regulations", "party_group_rules", "decision_rules"),
    registers=(_LISTS, _LISTED, _MEETINGS, _MATTERS, _CHANGES),
    procedures=(LISTING, DECIDING, CHANGING),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    facets=(
        Facet(
            key="decisions.meeting",
            zh="议事决策",
            en="decision-making meeting",
            of=Meeting,
            when=lambda occasion: occasion.kind in MeetingKind.values,
            fills={"held_on": "held_on", "team_present": "team_present", "kind": "kind"},
            asks=("principal_last", "decision", "dissent"),
        ),
    ),
)
