"""Study of law: by the Party group, by all staff, and what each year asks for."""

from zhunsheng.kernel.declare import Facet, Regime, Register
from zhunsheng.regimes.study.checks import SESSION_CHECKS, TASK_CHECKS
from zhunsheng.regimes.study.duties import DUTIES
from zhunsheng.regimes.study.figures import FIGURES, IDENTITIES
from zhunsheng.regimes.study.models import TOPICS, Session, StudyTask

_SESSIONS = Register(
    of=Session,
    zh="学法活动",
    en="study sessions",
    columns=(
        "title", "division", "forum", "held_on", "content", "led_by", *TOPICS, "on_list",
        "expected", "attended", "hours",
    ),
    listed=("title", "forum", "held_on", "led_by", "expected", "attended"),
    filters=("forum",),
    dated_by="held_on",
    owed_by=("office",),
    unit="次",
    checks=SESSION_CHECKS,
)  # fmt: skip
_TASKS = Register(
    of=StudyTask,
    zh="学法任务",
    en="study tasks",
    by_month=False,
    columns=("title", "division", "kind", "listed_on", "quarter", "done_on"),
    listed=("title", "kind", "quarter", "listed_on", "done_on"),
    filters=("kind", "quarter"),
    dated_by="listed_on",
    owed_by=("legal",),
    unit="项",
    checks=TASK_CHECKS,
    later=("done_on",),
)

REGIME = Regime(
    key="study",
    zh="学法",
    en="study of law",
    law=("centre_group_rules", "study_opinion", "should_know_opinion", "legal_education_law"),
    registers=(_SESSIONS, _TASKS),
    duties=DUTIES,
    figures=FIGURES,
    identities=IDENTITIES,
    facets=(
        Facet(
            key="study.session",
            zh="学法",
            en="study session",
            of=Session,
            when=lambda _: True,  # whatever it was, law may have been studied there
            fills={"held_on": "held_on", "content": "agenda", "led_by": "led_by"},
            asks=("forum", *TOPICS, "on_list", "expected", "attended", "hours"),
        ),
    ),
)
