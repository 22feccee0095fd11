"""The model year of planning: every fault of the year, and which problem has taken it up."""

from datetime import date

import pytest

from tests.examples import model_year
from zhunsheng.kernel.link.faults import ANSWERS_PROBLEM, faults_of
from zhunsheng.kernel.link.join import link
from zhunsheng.kernel.org.models import Person
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.planning.models import Measure, NextTask, Problem

pytestmark = pytest.mark.django_db
DAY = date(2025, 2, 14)


def test_the_document_filed_late_is_offered_and_taken_up_by_its_problem() -> None:
    agency = model_year.load_all()
    faults = faults_of(agency.pk, 2024, DAY)
    (late,) = [f for f in faults if "备案" in f.zh]  # filing
    assert late.problem == ""
    document = NormativeDocument.objects.get(pk=late.item)
    problem = Problem.objects.get(title="规范性文件备案不及时")
    link(document, ANSWERS_PROBLEM, problem, by=Person.objects.get(username="guwen"))
    (late,) = [f for f in faults_of(agency.pk, 2024, DAY) if "备案" in f.zh]
    assert late.problem == "规范性文件备案不及时"


def test_every_problem_has_its_cause_and_measure_and_most_tasks_take_one_up() -> None:
    model_year.load_all()
    for problem in Problem.objects.all():
        assert problem.cause
        assert Measure.objects.filter(problem=problem).exists()
    taken = [task.title for task in NextTask.objects.filter(measure__isnull=False)]
    assert len(taken) == 4
    assert all(task.due_on.year == 2025 for task in NextTask.objects.all())
