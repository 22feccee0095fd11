"""What a stranger writes into the folder the scaffold made, and the day they first use it."""

#: File of the regime → its text.
FILES = {
    "procedure.py": '''"""How a visit is received."""

from typing import Any

from zhunsheng.kernel.declare import (
    Context,
    Guard,
    Outcome,
    Procedure,
    Role,
    Stage,
    Transition,
    failed,
    kept,
)
from reception.models import Matter


def _in_time(row: Any, context: Context) -> Outcome:
    if (context.on - row.began_on).days <= context.law.rule("reception.term").value("days"):
        return kept()
    return failed("办结超过十日", "finished after more than ten days")


HANDLING = Procedure(
    key="reception.handling",
    of=Matter,
    zh="接待程序",
    en="handling a visit",
    initial="taken_up",
    stages=(
        Stage("taken_up", "已受理", "taken up"),
        Stage("finished", "已办结", "finished", rests=True),
    ),
    transitions=(
        Transition(
            "finish", "taken_up", "finished", "办结", "finish",
            actor=Role.RECORDER, sets=("finished_on",),
            guards=(Guard(_in_time, rule="reception.term"),),
        ),
    ),
)
''',
    "duties.py": '''"""A visit is finished within the days of its rule."""

from typing import Any

from zhunsheng.kernel.declare import CalendarDays, Duty, Term, law
from reception.models import Matter


def _term(row: Any) -> Term:
    return CalendarDays(law().rule("reception.term", row.began_on).value("days"))


DUTIES = (
    Duty(
        key="reception.finish", zh="办结来访事项", en="finish the visit", rule="reception.term",
        of=Matter, starts="began_on", due=_term, done="finished_on",
    ),
)
''',
    "rules.toml": """[pack]
key = "reception"
zh = "来访接待规则"
en = "reception of visitors"
owner = "澜川市科学技术局"
dated = 2024-01-02

[pack.sources]
own = "本局自己的规定 / the bureau's own rule"

[[instrument]]
key = "reception_rules"
zh = "来访接待办法"
en = "Rules on Receiving Visitors"
confidence = "memory_low"
source = "own"

[[rule]]
key = "reception.term"
zh = "来访事项十日内办结"
en = "a visit is finished within ten days"
instrument = "reception_rules"
force = "internal"
confidence = "memory_low"
values = { days = 10 }
source = "own"
""",
}

#: Changes to files the scaffold made: file → what stands there → what stands there then.
CHANGES = {
    "regime.py": {
        "from reception.figures import FIGURES\n": (
            "from reception.duties import DUTIES\nfrom reception.figures import FIGURES\n"
        ),
        "from reception.models import Matter\n": (
            "from reception.models import Matter\nfrom reception.procedure import HANDLING\n"
        ),
        "    figures=FIGURES,\n": (
            "    procedures=(HANDLING,),\n    duties=DUTIES,\n    figures=FIGURES,\n"
        ),
        '"kind", "began_on", "finished_on"),\n    listed': (
            '"kind", "guests", "began_on", "finished_on"),\n    listed'
        ),
    },
    "models.py": {
        "    began_on =": (
            '    guests = models.PositiveIntegerField(label("人数", "guests"))\n    began_on ='
        ),
    },
    "figures.py": {
        "import Figure, by": "import Figure, Sum, by, met_on_time",
        "    ),\n)\n": (
            "    ),\n"
            '    Figure(key="reception.guests", zh="接待人次", en="guests", unit="人次",\n'
            '           of=Matter, dated_by="began_on", measure=Sum("guests")),\n'
            '    Figure(key="reception.on_time", zh="按期办结", en="finished on time", unit="件",\n'
            '           of=Matter, dated_by="finished_on",\n'
            '           where=met_on_time("reception.finish")),\n'
            ")\n"
        ),
    },
    "narrative.zh.md": {
        "办结{reception.finished}件。": (
            "办结{reception.finished}件、按期办结{reception.on_time}件，"
            "接待{reception.guests|余}人次。"
        ),
    },
}

#: One day of use, in a process that knows the folder by ZHUNSHENG_REGIMES alone.
USE = """
import io, json, sys
from datetime import date
from pathlib import Path

import django
django.setup()
from django.core.management import call_command
from django.db import connection
from tests.kernel.workbooks import workbook
from zhunsheng.cli.commands.organise import organise
from zhunsheng.kernel.db import fences
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.identity import check_identities
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.procedure.models import Irregularity
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.load import import_workbook
from zhunsheng.kernel.workbook.template import template
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.review import review

call_command("check")
call_command("migrate", verbosity=0)
fences.require(connection)
agency = organise(Path("examples/model-year/organisation.toml"))
register = registry().register("reception.matter")
assert template([register], agency)
head = ("名称", "科室", "编号", "类别", "人数", "开始日期", "办结日期", "佐证")
rows = [
    ("企业来访", "政策法规科", "1", "一般", 8, date(2024, 3, 4), date(2024, 3, 8), "来访.pdf"),
    ("高校来访", "政策法规科", "2", "重点", 6, date(2024, 5, 6), date(2024, 6, 3), "来访.pdf"),
    ("院所来访", "政策法规科", "3", "重点", 3, date(2024, 12, 30), None, None),
]
closing = [("台账", "科室", "年度", "零报告"), (register.zh, "政策法规科", 2024, "否")]
done = import_workbook(
    "来访.xlsx",
    workbook({register.zh: [head, *rows], "报送": closing}),
    by=Person.objects.get(username="guwen"),
    division=agency.divisions.get(code="legal"),
    files=lambda name: b"%PDF-1.4 visit",
)
confirmed = confirm_batch(done.batch, by=Person.objects.get(username="shensiqi"))
found = facts(Scope(agency.pk, 2024))
report = compile_report(
    agency, 2024, by=Person.objects.get(username="guwen"), addressees="澜川市人民政府"
)
now = review(report)
print(json.dumps({
    "confirmed": confirmed,
    "facts": {k: str(f.value) for k, f in found.items() if k.startswith("reception")},
    "identities": [c.holds for c in check_identities(found) if c.key.startswith("reception")],
    "due": sorted(str(o.due_on) for o in Obligation.objects.all()),
    "irregular": [i.rule for i in Irregularity.objects.all()],
    "stages": sorted(register.of.objects.values_list("stage", flat=True)),
    "text": now.text,
    "problems": [p.zh for p in now.problems if "reception" in p.key],
}))
"""
