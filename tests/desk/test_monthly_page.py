"""Monthly returns: each division sees what it still owes, and the legal officer all of them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from zhunsheng.cli.main import main
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.duty.urging import Urging
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.figure.close import close
from zhunsheng.kernel.figure.closed import not_closed
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.monthly.month import Month
from zhunsheng.kernel.monthly.nil import nil_return
from zhunsheng.kernel.monthly.owed import Owed, owed
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.emergency.models import Drill
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.regimes.services.models import GuidedAct

MAY = Month(2024, 5)
DRILLS = registry().register_of(Drill)


def office_owes(people: People, month: Month = MAY) -> Owed:
    return owed(people.bureau.divisions["office"], month)


def kinds(found: Owed) -> set[str]:
    return {register.kind for register in found.silent}


def drill(people: People, day: date = date(2024, 5, 14)) -> Drill:
    return people.bureau.confirmed(
        Drill, division="office", title="实验室危险化学品泄漏应急演练",
        kind="laboratory", place="高新区孵化楼", held_on=day, people=30,
    )  # fmt: skip


def visit(client: Client, name: str, people: People, division: str = "office") -> str:
    page = reverse(f"desk:{name}", args=[people.bureau.divisions[division].pk])
    return client.get(f"{page}?month={MAY}").text


def test_months_follow_one_another_over_a_year_and_know_their_last_day() -> None:
    assert Month(2024, 12).moved(1) == Month(2025, 1)
    assert Month(2024, 1).moved(-1) == Month(2023, 12)
    assert Month(2024, 2).last == date(2024, 2, 29)
    assert [Month.read(t) for t in ("2024-06", "2024-13", "0000-01", "2024-6", "六月")] == [
        Month(2024, 6), None, None, None, None,
    ]  # fmt: skip


def test_a_register_is_owed_until_it_has_a_row_of_the_month_a_nil_return_or_its_year(
    people: People,
) -> None:
    bureau = people.bureau
    everything = kinds(office_owes(people))
    assert {"emergency.drill", "emergency.inspection", "disclosure.request"} <= everything
    drill(people)
    inspections = registry().register("emergency.inspection")
    office, recorder = bureau.divisions["office"], bureau.persons["office_recorder"]
    nil_return([inspections], office, MAY, by=recorder)
    close(registry().register("disclosure.request"), office, 2024, by=recorder)
    gone = everything - kinds(office_owes(people))
    assert gone == {"emergency.drill", "emergency.inspection", "disclosure.request"}
    in_june = everything - kinds(office_owes(people, Month(2024, 6)))
    assert in_june == {"disclosure.request"}


def test_what_is_kept_by_the_year_or_by_another_division_is_not_asked_of_the_month(
    people: People,
) -> None:
    legal = owed(people.bureau.divisions["legal"], MAY)
    assert "norms.normativedocument" in kinds(legal)
    assert "emergency.drill" not in kinds(legal)
    assert "planning.problem" not in kinds(legal)
    assert kinds(owed(people.bureau.divisions["rnd"], MAY)) == set()


def test_a_nil_return_of_a_month_closes_no_year(people: People) -> None:
    bureau = people.bureau
    nil_return([DRILLS], bureau.divisions["office"], MAY, by=bureau.persons["office_recorder"])
    assert not_closed(Scope(bureau.agency.pk, 2024))["emergency.drill"] == ("办公室",)


def test_no_nil_return_over_rows_for_another_division_or_for_a_month_to_come(
    people: People,
) -> None:
    bureau = people.bureau
    drill(people)
    office, keeper = bureau.divisions["office"], bureau.persons["office_recorder"]
    with pytest.raises(NotPossibleError, match="已有记录"):
        nil_return([DRILLS], office, MAY, by=keeper)
    with pytest.raises(NotPossibleError, match="不由科技发展科报送"):
        nil_return([DRILLS], bureau.divisions["rnd"], MAY, by=bureau.persons["recorder"])
    with pytest.raises(NotPossibleError, match="尚未到该月"):
        nil_return([DRILLS], office, Month(2999, 1), by=keeper)


def test_rows_unconfirmed_and_rows_without_a_paper_are_counted(people: People) -> None:
    bureau = people.bureau
    held = drill(people)
    bureau.put(TeamRemark, division="office", title="关于评审回避的意见", about="评审回避",
               made_on=date(2024, 5, 6))  # fmt: skip
    bureau.confirmed(GuidedAct, division="office", title="五月辅导帮办", kind="beforehand",
                     acted_on=date(2024, 5, 8), people=12)  # fmt: skip
    found = office_owes(people)
    assert (found.awaiting, found.bare) == (1, 2)  # the platform proves what it guided
    paper = store("演练记录.txt", "演练记录".encode())
    attach(held, paper, by=bureau.persons["office_recorder"], kind="record")
    assert office_owes(people).bare == 1


def test_a_duty_is_owed_from_the_month_in_which_it_ends(people: People) -> None:
    people.request(received_on=date(2024, 5, 20))  # 20 working days: 2024-06-18
    assert [office_owes(people, Month(2024, n)).due for n in (5, 6, 7)] == [0, 1, 1]


def test_the_recorder_enters_or_returns_nil_for_all_that_is_left_at_once(people: People) -> None:
    recorder = people.at("office_recorder")
    shown = visit(recorder, "month", people)
    assert "应急演练" in shown
    assert reverse("desk:new", args=["emergency.drill"]) in shown
    page = reverse("desk:month-nil", args=[people.bureau.divisions["office"].pk])
    one = {"month": str(MAY), "register": "emergency.drill"}
    assert "应急演练" not in _card(recorder.post(page, one, follow=True).text)
    recorder.post(page, {"month": str(MAY)})
    assert office_owes(people).nothing
    assert "本月已报齐" in visit(recorder, "month", people)


def _card(page: str) -> str:
    """The page without its menu."""
    return page[page.index("<main") :]


def test_a_division_sees_its_own_month_alone(people: People) -> None:
    head = people.at("head")
    landed = head.get(reverse("desk:monthly"), follow=True)
    assert "科技发展科" in _card(landed.text)
    other = reverse("desk:month", args=[people.bureau.divisions["office"].pk])
    assert head.get(other).status_code == 404


def test_the_first_page_tells_last_month_and_this_one_of_the_person_s_divisions(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    drill(people)
    monkeypatch.setattr("zhunsheng.kernel.clock.today", lambda: date(2024, 6, 3))
    told = people.at("legal_officer").get(reverse("desk:monthly-brief")).text
    own = people.at("head").get(reverse("desk:monthly-brief")).text
    may, june = office_owes(people), office_owes(people, Month(2024, 6))
    month = reverse("desk:month", args=[may.division.pk])
    assert len(june.silent) == len(may.silent) + 1
    assert f'{month}?month=2024-05"><span>未报台账{len(may.silent)}本' in told
    assert f'{month}?month=2024-06"><span>未报台账{len(june.silent)}本' in told
    assert "缺佐证材料1条" in told and "科技发展科" in told
    assert "科技发展科" in own and "办公室" not in own and own.count("已报齐") == 2


def test_the_legal_officer_sees_all_divisions_and_reminds_one_on_record(people: People) -> None:
    drill(people)
    officer = people.at("legal_officer")
    table = officer.get(f"{reverse('desk:monthly')}?month={MAY}").text
    assert all(d.name in table for d in people.bureau.divisions.values())
    words = visit(officer, "month-urge", people)
    assert "【催报】办公室：2024年5月报数尚有以下事项未办" in words
    assert "没有佐证材料的有应急演练1次" in words
    page = reverse("desk:month-urge", args=[people.bureau.divisions["office"].pk])
    officer.post(page, {"month": str(MAY)})
    kept = Urging.objects.get()
    assert (kept.to.name, kept.due_on) == ("办公室填报员", date(2024, 5, 31))
    assert kept.by == people.bureau.persons["legal_officer"]
    assert people.at("office_recorder").get(page).status_code == 403


def test_a_division_that_owes_nothing_is_not_urged(people: People) -> None:
    page = reverse("desk:month-urge", args=[people.bureau.divisions["rnd"].pk])
    answer = people.at("legal_officer").post(page, {"month": str(MAY)}, follow=True)
    assert "没有缺项" in answer.text
    assert not Urging.objects.exists()


def test_the_command_lists_every_division_and_says_whether_all_is_in(
    people: People, capsys: pytest.CaptureFixture[str]
) -> None:
    with standing_at(datetime(2024, 5, 31, 17, tzinfo=ZoneInfo("Asia/Shanghai"))):
        assert main(["monthly"]) == 1
    said = capsys.readouterr().out
    assert "【催报】办公室：2024年5月报数尚有以下事项未办：未报台账" in said
    assert "科技发展科：2024年5月已报齐" in said
