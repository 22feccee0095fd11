"""The resident team enters its own remark; it keeps no other record and changes nobody's."""

from datetime import date

from django.urls import reverse

from tests.desk.people import People, record_page, register_page
from zhunsheng.kernel.record.models import Standing
from zhunsheng.regimes.oversight.models import SupervisionAct, TeamRemark

REMARKS, ACTS = "oversight.teamremark", "oversight.supervisionact"


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
