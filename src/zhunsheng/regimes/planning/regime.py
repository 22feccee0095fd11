"""What fell short and why, what is done about it, and what next year holds."""

from django.db.models import Q

from zhunsheng.kernel.declare import Offer, Regime, Register
from zhunsheng.regimes.planning.checks import MEASURE_CHECKS, PROBLEM_CHECKS, TASK_CHECKS
from zhunsheng.regimes.planning.duties import DUTIES
from zhunsheng.regimes.planning.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.planning.models import Measure, NextTask, Problem
from zhunsheng.regimes.planning.procedure import SETTLING

_PROBLEMS = Register(
    of=Problem,
    zh="存在的不足",
    en="problems",
    by_month=False,
    papers=False,
    columns=(
        "number", "title", "division", "statement", "cause", "evidence", "ground", "as_of",
        "adopted_on", "solved_on",
    ),
    listed=("title", "number", "division", "evidence", "as_of", "solved_on", "stage"),
    filters=("evidence",),
    number="number",
    dated_by="as_of",
    ahead=True,
    owed_by=("legal",),
    unit="个",
    checks=PROBLEM_CHECKS,
)  # fmt: skip
_MEASURES = Register(
    of=Measure,
    zh="整改措施",
    en="measures",
    by_month=False,
    papers=False,
    columns=("number", "title", "division", "problem", "as_of", "due_on", "done_on"),
    listed=("title", "number", "problem", "division", "due_on", "done_on"),
    number="number",
    dated_by="as_of",
    ahead=True,
    owed_by=("legal",),
    unit="项",
    checks=MEASURE_CHECKS,
    later=("done_on",),
)
_TASKS = Register(
    of=NextTask,
    zh="下年任务",
    en="next year's tasks",
    by_month=False,
    papers=False,
    columns=("number", "title", "division", "statement", "measure", "as_of", "due_on"),
    listed=("title", "number", "measure", "division", "due_on"),
    number="number",
    dated_by="as_of",
    ahead=True,
    owed_by=("legal",),
    unit="项",
    checks=TASK_CHECKS,
)

REGIME = Regime(
    key="planning",
    zh="问题与安排",
    en="problems and next year",
    law=("inspection_rules", "bureau_followup_rules"),
    registers=(_PROBLEMS, _MEASURES, _TASKS),
    procedures=(SETTLING,),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    shortcomings=("planning.problems", "planning.problems.answered", "planning.problems.solved"),
    # What next year's plan of work takes over from here.
    offers=(Offer("next_year_task", NextTask, Q(standing="confirmed")),),
)
