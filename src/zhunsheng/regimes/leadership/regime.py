"""Leadership of the rule of law: the bureau's plans and rules, and its first-responsible person."""

from django.db.models import Q

from zhunsheng.kernel.declare import Facet, Offer, Regime, Register
from zhunsheng.regimes.leadership.checks import ACCOUNT_CHECKS, RULE_CHECKS, TASK_CHECKS
from zhunsheng.regimes.leadership.duties import DUTIES
from zhunsheng.regimes.leadership.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.leadership.models import (
    AccountReport,
    InternalRule,
    MeetingKind,
    Plan,
    PrincipalAct,
    RuleOfLawMeeting,
    Task,
    TaskProgress,
)
from zhunsheng.regimes.leadership.procedure import ACCOUNTING

_PLANS = Register(
    of=Plan,
    zh="年度计划",
    en="annual plans",
    by_month=False,
    columns=("title", "division", "kind", "number", "issued_on"),
    listed=("title", "kind", "number", "issued_on", "division"),
    filters=("kind",),
    dated_by="issued_on",
    owed_by=("legal",),
    unit="份",
)
_TASKS = Register(
    of=Task,
    zh="计划任务",
    en="tasks of annual plans",
    columns=(
        "plan", "title", "division", "leader", "due_on", "started_on", "done_on", "cancelled_on",
        "cancelled_why",
    ),
    listed=("title", "division", "leader", "due_on", "done_on"),
    parent="plan",
    dated_by="due_on",
    ahead=True,
    owed_by=("legal",),
    unit="项",
    checks=TASK_CHECKS,
    later=("started_on", "done_on", "cancelled_on", "cancelled_why"),
)  # fmt: skip
_PROGRESS = Register(
    of=TaskProgress,
    zh="任务进展",
    en="progress of tasks",
    columns=("task", "title", "noted_on", "progress"),
    listed=("title", "noted_on", "progress"),
    parent="task",
    dated_by="noted_on",
    unit="次",
)
_ACTS = Register(
    of=PrincipalAct,
    zh="主要负责人履职",
    en="acts of the principal",
    columns=("title", "division", "kind", "acted_on", "principal", "about", "minutes"),
    listed=("title", "kind", "acted_on", "principal", "minutes"),
    filters=("kind",),
    dated_by="acted_on",
    owed_by=("office",),
    unit="次",
)
_MEETINGS = Register(
    of=RuleOfLawMeeting,
    zh="研究法治建设的会议",
    en="meetings on the rule of law",
    columns=("title", "division", "kind", "held_on", "matter"),
    listed=("title", "kind", "held_on"),
    filters=("kind",),
    dated_by="held_on",
    owed_by=("office",),
    unit="次",
)
_ACCOUNTS = Register(
    of=AccountReport,
    zh="述法",
    en="accounts of the principal",
    by_month=False,
    columns=(
        "title", "division", "for_year", "form", "assigned_on", "with_annual_report",
        "reported_on", "commented_on", "comments", "to_rectify", "rectification", "rectified_on",
    ),
    listed=("title", "for_year", "form", "reported_on", "commented_on", "stage"),
    filters=("form",),
    dated_by="assigned_on",
    owed_by=("legal",),
    unit="次",
    checks=ACCOUNT_CHECKS,
)  # fmt: skip
_RULES = Register(
    of=InternalRule,
    zh="内部制度",
    en="internal rules",
    columns=(
        "title", "division", "number", "issued_on", "trial_until", "settled_on", "ended_on",
        "replaced_by",
    ),
    listed=("title", "number", "issued_on", "trial_until", "ended_on"),
    dated_by="issued_on",
    owed_by=("legal",),
    unit="项",
    checks=RULE_CHECKS,
    later=("settled_on", "ended_on", "replaced_by"),
)  # fmt: skip

REGIME = Regime(
    key="leadership",
    zh="组织领导和第一责任人",
    en="leadership and the first-responsible person",
    law=("principal_rules", "account_notice", "bureau_plans"),
    registers=(_PLANS, _TASKS, _PROGRESS, _ACTS, _MEETINGS, _ACCOUNTS, _RULES),
    procedures=(ACCOUNTING,),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    # A task left undone, and what a superior asked to be put right, may be the root of a problem.
    offers=(
        Offer("answers_problem", Task, Q(done_on__isnull=True)),
        Offer("answers_problem", AccountReport, Q(to_rectify=True)),
    ),
    facets=(
        Facet(
            key="leadership.act",
            zh="履行第一责任人职责",
            en="act of the principal",
            of=PrincipalAct,
            when=lambda _: True,  # a visit or a field meeting may be one as well
            fills={"acted_on": "held_on", "principal": "led_by"},
            # A meeting's agenda holds more than the act: what was done is said for itself.
            asks=("kind", "about", "minutes"),
        ),
        Facet(
            key="leadership.meeting",
            zh="研究法治建设",
            en="meeting on the rule of law",
            of=RuleOfLawMeeting,
            when=lambda occasion: occasion.kind in MeetingKind.values,
            fills={"kind": "kind", "held_on": "held_on", "matter": "agenda"},
        ),
    ),
)
