"""The table of people: what each role may do and see, and what it may not."""

from datetime import date

import pytest
from django.urls import reverse

from tests.desk.people import DOCUMENT, DOCUMENTS, People, record_page, register_page
from zhunsheng.desk.permissions import PERMISSIONS
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.oversight.models import SupervisionAct, TeamRemark

KINDS = [r.kind for r in registry().registers()]
_WRITING = ("new", "edit", "submit", "void", "attach", "close", "imports")
#: What the resident team may do, in the register of its remarks alone.
_OWN_REMARKS = {"new", "edit", "submit"}


def of(role: str) -> set[str]:
    """What the role may open, beside the help that is for everybody signed in."""
    found = {name for name, who in PERMISSIONS.items() if role in who}
    return {name for name in found if name.partition("-")[0] != "help"}


def test_a_recorder_enters_and_does_not_confirm() -> None:
    assert set(_WRITING) <= of("recorder")
    assert of("recorder").isdisjoint({"confirm", "send-back", "confirm-batch", "reports", "trail"})


def test_a_division_head_confirms_and_does_not_see_the_report() -> None:
    assert {"confirm", "send-back", "confirm-batch"} <= of("division_head")
    assert of("division_head").isdisjoint({"reports", "report", "report-act", "trail"})


def test_leaders_read_everything_and_enter_nothing() -> None:
    for role in ("deputy_head", "principal"):
        assert {"registers", "record", "figures", "report", "trail"} <= of(role)
        assert of(role).isdisjoint(_WRITING)


def test_an_adviser_who_was_not_asked_sees_an_empty_home(people: People) -> None:
    people.document()
    people.waiting(title="产业基地认定办法")
    assert of("legal_adviser") == of("resident_team") - _OWN_REMARKS
    shown = people.at("adviser").get(reverse("desk:home"))
    assert shown.status_code == 200
    assert "办法" not in shown.text


def test_administrators_have_no_business_right() -> None:
    reading = {"home", "password", "sign-out", "trail", "admin", "admin-person"}
    reading |= {"reference", "reference-notices", "reference-classes", "reference-sources"}
    deciding = reading | {"admin-decide", "password-link", "password-links"}
    assert of("audit_admin") == reading
    assert of("security_admin") == deciding
    assert of("administrator") == deciding | {"admin-change", "optional-regimes"}


def test_the_resident_team_reads_remarks_and_supervision_whole_and_nothing_else(
    people: People,
) -> None:
    bureau = people.bureau
    remark = bureau.confirmed(
        TeamRemark,
        division="office",
        title="关于评审回避的意见",
        about="评审回避",
        made_on=date(2024, 5, 6),
    )
    act = bureau.confirmed(
        SupervisionAct,
        division="office",
        title="专题询问",
        kind="inquiry",
        held_on=date(2024, 6, 4),
        held_by="市人大常委会",
    )
    hidden = people.document()
    team = people.at("team")
    assert team.get(record_page(remark)).status_code == 200
    assert team.get(record_page(act)).status_code == 200
    assert team.get(record_page(hidden)).status_code == 404
    for kind in KINDS:
        rows = team.get(register_page(kind)).context["page"].paginator.count
        expected = 1 if kind in ("oversight.teamremark", "oversight.supervisionact") else 0
        assert rows == expected, kind
    assert of("resident_team") & set(_WRITING) == _OWN_REMARKS


def test_an_officer_of_another_bureau_sees_nothing_of_ours(people: People) -> None:
    row = people.document()
    other = People(make_bureau("other")).at("legal_officer")
    assert other.get(record_page(row)).status_code == 404
    assert row.title not in other.get(register_page(DOCUMENTS)).text


@pytest.mark.parametrize("name", ["recorder", "head"])
def test_nobody_confirms_what_they_entered(people: People, name: str) -> None:
    bureau = people.bureau
    row = draft(
        NormativeDocument,
        DOCUMENT,
        by=bureau.persons[name],
        division=bureau.divisions["rnd"],
        submit=True,
    )
    browser = people.at(name)
    assert record_page(row, "confirm") not in browser.get(record_page(row)).text
    browser.post(record_page(row, "confirm"))
    row.refresh_from_db()
    assert row.standing == Standing.SUBMITTED
