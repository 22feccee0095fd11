"""When each duty falls due, and when there is none."""

import io
from datetime import date

import openpyxl
import pytest

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import Obligation, amend, import_workbook, make_bureau, void
from zhunsheng.regimes.emergency.models import Plan
from zhunsheng.regimes.emergency.tests.rows import drill, hazard, inspection, plan

pytestmark = pytest.mark.django_db


def _owed(item: int) -> dict[str, tuple[date, date | None]]:
    rows = Obligation.objects.filter(item_id=item)
    return {o.duty.removeprefix("emergency."): (o.due_on, o.done_on) for o in rows}


def test_a_plan_is_filed_in_twenty_working_days_and_evaluated_in_three_years() -> None:
    made = plan(make_bureau(), filed_on=date(2024, 4, 30))
    assert _owed(made.pk) == {
        # 9 April to 8 May: the holiday of five days and the two days worked for it.
        "plan_filing": (date(2024, 5, 8), date(2024, 4, 30)),
        "plan_evaluation": (date(2027, 4, 8), None),
        "drill_cycle": (date(2027, 4, 8), None),
    }


def test_an_evaluation_starts_the_next_three_years() -> None:
    made = plan(make_bureau(), issued_on=date(2024, 2, 5), evaluated_on=date(2026, 2, 5))
    assert _owed(made.pk)["plan_evaluation"] == (date(2029, 2, 5), None)


def test_what_is_not_filed_or_no_longer_in_force_owes_nothing_of_it() -> None:
    bureau = make_bureau()
    for kind in ("on_site", "fire"):
        assert "plan_filing" not in _owed(plan(bureau, kind=kind).pk)
    old = plan(bureau, abolished_on=date(2024, 6, 3))
    assert not {"plan_evaluation", "drill_cycle"} & set(_owed(old.pk))
    # The measures of 2024 do not judge what was issued before them.
    assert "plan_filing" not in _owed(plan(bureau, issued_on=date(2023, 9, 4)).pk)


def test_a_hazard_has_its_own_day_and_a_drill_ten_working_days() -> None:
    bureau = make_bureau()
    row = hazard(bureau, inspection(bureau), "一", rectified_on=date(2024, 3, 21))
    assert _owed(row.pk) == {"rectify": (date(2024, 3, 20), date(2024, 3, 21))}
    assert _owed(drill(bureau).pk) == {"drill_evaluation": (date(2024, 5, 23), None)}


@pytest.mark.parametrize(
    ("kind", "duty", "issued", "drilled"),
    [
        ("special", "drill_cycle", date(2027, 4, 8), date(2027, 5, 10)),
        ("safety", "safety_drill_cycle", date(2026, 4, 8), date(2026, 5, 10)),
        ("on_site", "on_site_drill_cycle", date(2024, 10, 8), date(2024, 11, 10)),
        ("fire", "fire_drill_cycle", date(2025, 4, 8), date(2025, 5, 10)),
    ],
)
def test_each_drill_of_a_plan_starts_its_next_cycle(
    kind: str, duty: str, issued: date, drilled: date
) -> None:
    bureau = make_bureau()
    row = plan(bureau, kind=kind)
    assert _owed(row.pk)[duty] == (issued, None)
    held = drill(bureau, plan=row)
    drill(bureau, plan=row, held_on=date(2024, 5, 6))  # an earlier one changes nothing
    assert _owed(row.pk)[duty] == (drilled, None)
    void(held, by=bureau.persons["legal_second"], reason="重复登记")
    assert _owed(row.pk)[duty][0] < drilled


def test_a_drill_moved_to_another_plan_counts_for_the_former_no_longer() -> None:
    bureau = make_bureau()
    former, right = plan(bureau), plan(bureau, title="防汛应急预案")
    held = drill(bureau, plan=former)
    before = _owed(right.pk)["drill_cycle"]
    assert _owed(former.pk)["drill_cycle"] == (date(2027, 5, 10), None)
    amend(held, {"plan": right}, by=bureau.persons["office_recorder"], reason="预案选错")
    assert _owed(right.pk)["drill_cycle"] == (date(2027, 5, 10), None)
    assert _owed(former.pk)["drill_cycle"] == before


def test_an_imported_drill_moves_the_cycle_of_the_plan_in_the_same_workbook() -> None:
    bureau = make_bureau()
    import_workbook(
        "应急.xlsx",
        _book(
            应急预案=[
                {"名称": "消防应急预案", "预案类别": "专项应急预案", "印发日期": date(2024, 4, 8)}
            ],
            应急演练=[
                {
                    "名称": "消防疏散演练", "演练类别": "消防疏散", "演练日期": date(2024, 5, 10),
                    "依据预案": "消防应急预案", "演练地点": "机关大楼", "参加人次": 60,
                }
            ],
        ),
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
        files=lambda _: b"%PDF-1.4 scan",
    )  # fmt: skip
    assert _owed(Plan.objects.get().pk)["drill_cycle"] == (date(2027, 5, 10), None)


def _book(**sheets: list[dict[str, object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([*rows[0], "佐证"])
        for row in rows:
            sheet.append([*row.values(), "scan.pdf"])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_filing_was_read_in_the_measures_and_the_cycles_were_not() -> None:
    day = date(2024, 12, 2)
    filing = law().rule("emergency.plan_filing", day)
    assert (filing.article, filing.force) == ("第二十六条", "binding")
    assert "未核实" not in filing.citation()
    unread = ("plan_evaluation", "drill_cycle", "fire_drill_cycle", "drill_evaluation", "rectify")
    for key in unread:
        assert "未核实" in law().rule(f"emergency.{key}", day).citation()
