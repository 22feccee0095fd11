"""The resident team enters its own remark; it keeps no other record and changes nobody's."""

import re
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from tests.desk.people import People, record_page, register_page
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import InvalidError
from zhunsheng.kernel.procedure.perform import Taking, perform
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.record.models import Standing
from zhunsheng.regimes.oversight.models import SupervisionAct, TeamRemark

REMARKS, ACTS = "oversight.teamremark", "oversight.supervisionact"


def fields(page: Any) -> set[str]:
    """The columns the page's form asks for."""
    found = set(re.findall(r'<(?:input|textarea|select)[^>]* name="([a-z_]+)"', page.text))
    return found & {field.name for field in TeamRemark._meta.concrete_fields} - {
        "division", "version",
    }  # fmt: skip


def named(field: str) -> str:
    return str(column(TeamRemark, field).verbose_name)


def _given(people: People, **values: str) -> dict[str, str]:
    given = {
        "title": "关于评审专家回避的意见",
        "division": str(people.bureau.divisions["rnd"].pk),
        "about": "专项评审会",
        "made_on": "2024-05-06",
    }
    return given | values


def test_the_team_enters_its_own_remark_and_a_second_person_confirms_it(people: People) -> None:
    team = people.at("team")
    page = register_page(REMARKS, "new")
    assert page in team.get(register_page(REMARKS)).text
    assert team.post(page, _given(people, submit="1")).status_code == 302
    row = TeamRemark.objects.get()
    assert (row.standing, row.recorded_by) == (Standing.SUBMITTED, people.bureau.persons["team"])
    confirm = reverse("desk:confirm", args=[REMARKS, row.pk])
    assert confirm not in team.get(record_page(row)).text
    people.at("legal_officer").post(confirm, {"version": row.version})
    row.refresh_from_db()
    assert row.standing == Standing.CONFIRMED


def test_it_corrects_its_own_draft_and_hands_it_in(people: People) -> None:
    team = people.at("team")
    team.post(register_page(REMARKS, "new"), _given(people))
    row = TeamRemark.objects.get()
    edit = reverse("desk:edit", args=[REMARKS, row.pk])
    assert edit in team.get(record_page(row)).text
    given = _given(people, about="立项评审会", version=str(row.version))
    assert team.post(edit, given).status_code == 302
    row.refresh_from_db()
    team.post(reverse("desk:submit", args=[REMARKS, row.pk]), {"version": row.version})
    row.refresh_from_db()
    assert (row.about, row.standing) == ("立项评审会", Standing.SUBMITTED)


def test_the_form_of_a_remark_has_no_answer_and_its_correction_nothing_else(
    people: People,
) -> None:
    team, clerk = people.at("team"), people.at("recorder")
    new = register_page(REMARKS, "new")
    assert fields(team.get(new)) == fields(clerk.get(new)) == {"title", "about", "made_on"}
    refused = team.post(new, _given(people, answer="已整改"))
    assert (refused.status_code, TeamRemark.objects.count()) == (422, 0)
    assert "答复内容" in refused.text and "由承办科室在“程序”中答复后填写" in refused.text
    assert team.post(new, _given(people)).status_code == 302
    row = TeamRemark.objects.get()
    edit = reverse("desk:edit", args=[REMARKS, row.pk])
    assert fields(team.get(edit)) == {"title", "about", "made_on"}
    assert fields(clerk.get(edit)) == {"answer"}
    refused = clerk.post(edit, {"about": "改写", "version": row.version})
    assert refused.status_code == 422 and "针对事项" in refused.text
    assert "由派驻纪检监察组填写" in refused.text
    row.refresh_from_db()
    assert row.about == "专项评审会"


def test_a_field_of_the_other_is_refused_by_name(people: People) -> None:
    persons, division = people.bureau.persons, people.bureau.divisions["rnd"]
    given = {"title": "意见", "about": "评审会", "made_on": date(2024, 5, 6)}
    for who in ("team", "recorder"):
        with pytest.raises(InvalidError) as refusal:
            draft(TeamRemark, given | {"answer": "已整改"}, by=persons[who], division=division)
        assert [field for field, *_ in refusal.value.faults] == [named("answer")]
    row = draft(TeamRemark, given, by=persons["team"], division=division, submit=True)
    with pytest.raises(InvalidError) as refusal:
        amend(
            row, {"about": "采购", "title": "改写", "answer": "已整改"}, by=persons["recorder"],
            reason="改写",
        )  # fmt: skip
    told = {field: zh for field, zh, _ in refusal.value.faults}
    assert set(told) == {named("about"), named("title")}
    assert "由派驻纪检监察组填写" in told[named("about")]


def test_the_answer_is_corrected_by_who_answers_and_what_came_on_paper_by_who_entered_it(
    people: People,
) -> None:
    persons, division = people.bureau.persons, people.bureau.divisions["rnd"]
    given = {"title": "意见", "about": "评审会", "made_on": date(2024, 5, 6)}
    row = draft(TeamRemark, given, by=persons["team"], division=division, submit=True)
    confirm(row, by=persons["head"])
    taking = Taking(
        by=persons["recorder"], on=clock.today(), values={"answer": "已整改"},
    )  # fmt: skip
    perform(row, "answer", taking)
    amend(row, {"answer": "已整改并公示"}, by=persons["recorder"], reason="补充")
    assert TeamRemark.objects.get().answer == "已整改并公示"
    paper = draft(TeamRemark, given, by=persons["recorder"], division=division)
    amend(paper, {"about": "采购"}, by=persons["recorder"])
    assert TeamRemark.objects.get(pk=paper.pk).about == "采购"


def test_it_changes_nobody_else_s_row_and_enters_no_other_register(people: People) -> None:
    bureau, team = people.bureau, people.at("team")
    remark = bureau.confirmed(
        TeamRemark, division="office", title="办公室代录", about="采购", made_on=date(2024, 5, 6)
    )
    act = bureau.confirmed(
        SupervisionAct, division="office", title="专题询问", kind="inquiry",
        held_on=date(2024, 6, 4), held_by="市人大常委会",
    )  # fmt: skip
    for row in (remark, act):
        edit = reverse("desk:edit", args=[row._meta.label_lower, row.pk])
        assert edit not in team.get(record_page(row)).text
        assert team.get(edit).status_code == 403
        assert team.post(edit, {"title": "改写"}).status_code == 403
    new = register_page(ACTS, "new")
    assert new not in team.get(register_page(ACTS)).text
    assert team.get(new).status_code == 403
    assert team.post(new, {"title": "专题询问"}).status_code == 403
    assert SupervisionAct.objects.count() == 1
