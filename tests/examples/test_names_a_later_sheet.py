"""In one workbook a row may name a row of a sheet that comes, or is stored, after its own."""

import pytest

from examples.make import decisions
from tests.examples import model_year
from tests.kernel.workbooks import workbook
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.workbook.load import folder_files, import_workbook
from zhunsheng.regimes.decisions.models import Matter


@pytest.mark.django_db
def test_matters_and_the_list_they_stand_on_come_in_one_workbook() -> None:
    agency = model_year.organised()
    sheets = decisions.BOOKS["办公室-集体决策事项.xlsx"]()
    sheets |= decisions.BOOKS["办公室-决策事项目录.xlsx"]()
    rows: dict[str, list[list[object]]] = {}
    for name, told in sheets.items():
        heads: list[object] = list(dict.fromkeys(head for row in told for head in row))
        rows[name] = [heads, *([row.get(str(head)) for head in heads] for row in told)]
    office = Division.objects.get(agency=agency, name="办公室")
    clerk = Person.objects.get(username="zhouke")
    files = folder_files(model_year.MODEL_YEAR)
    # the meetings are in a workbook of their own, loaded before
    meetings = model_year.MODEL_YEAR / "办公室-会议和活动.xlsx"
    model_year.load(meetings, by=clerk, division=office)
    import_workbook("决策.xlsx", workbook(rows), by=clerk, division=office, files=files)
    named = set(Matter.objects.exclude(listed=None).values_list("listed__title", flat=True))
    assert named == {row["名称"] for row in sheets["目录事项"]} & named != set()
