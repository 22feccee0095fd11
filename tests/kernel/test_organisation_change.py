"""Two persons change the organisation: one proposes with a reason, another puts it in effect."""

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.errors import InvalidError, NotAllowedError, NotPossibleError
from zhunsheng.kernel.org.change import approve, decline, propose
from zhunsheng.kernel.org.changes import KINDS
from zhunsheng.kernel.org.models import (
    Agency,
    Delegation,
    Division,
    OrganisationChange,
    Outcome,
    Person,
    Post,
)
from zhunsheng.kernel.org.rights import holds
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 6, 3, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = NOW.date()
REASON = "岗位调整"  # a change of posts


@pytest.fixture
def bureau() -> Any:
    with standing_at(NOW):
        yield make_bureau()


def proposed(bureau: Bureau, key: str, by: str = "administrator", **values: Any) -> Any:
    given = {name: str(value) for name, value in values.items()}
    return propose(bureau.agency, KINDS[key], given, by=bureau.persons[by], reason=REASON)


def done(bureau: Bureau, key: str, by: str = "administrator_second", **values: Any) -> Any:
    change = proposed(bureau, key, **values)
    return approve(change, KINDS[key], by=bureau.persons[by])


def recorder_post(bureau: Bureau) -> Post:
    return Post.objects.filter(person=bureau.persons["recorder"]).order_by("pk")[0]


def test_a_proposal_changes_nothing_until_another_administrator_approves_it(
    bureau: Bureau,
) -> None:
    change = proposed(bureau, "enrol", name="新来者", account="xinlai", mail="x@example.com")
    assert not Person.objects.filter(username="xinlai").exists()
    assert change.told_zh == "新设账号xinlai（新来者）"
    with pytest.raises(NotAllowedError):
        approve(change, KINDS["enrol"], by=bureau.persons["administrator"])
    approve(change, KINDS["enrol"], by=bureau.persons["administrator_second"])
    person = Person.objects.get(username="xinlai")
    assert (person.name, person.agency, person.has_usable_password()) == (
        "新来者", bureau.agency, False,
    )  # fmt: skip
    with pytest.raises(NotPossibleError):
        approve(change, KINDS["enrol"], by=bureau.persons["administrator_second"])
    assert Person.objects.filter(name="新来者").count() == 1


def test_the_trail_says_who_proposed_what_why_who_approved_and_who_was_refused(
    bureau: Bureau,
) -> None:
    change = proposed(bureau, "add_division", name="外事科", code="foreign", kind="business")
    with pytest.raises(NotAllowedError):
        approve(change, KINDS["add_division"], by=bureau.persons["administrator"])
    approve(change, KINDS["add_division"], by=bureau.persons["administrator_second"])
    entries = list(Entry.objects.order_by("sequence"))
    assert [e.action for e in entries] == [
        "propose_change", "refused:approve_change", "approve_change",
    ]  # fmt: skip
    first, last = json.loads(entries[0].payload), json.loads(entries[2].payload)
    assert first["reason"] == last["reason"] == REASON
    assert first["details"]["told_zh"] == "新设科室外事科（业务科室）"
    assert entries[2].actor == "bureau-administrator_second"


@pytest.mark.parametrize("who", ["principal", "legal_officer", "recorder", "security", "auditor"])
def test_nobody_else_proposes_and_in_a_bureau_nobody_else_approves(
    bureau: Bureau, who: str
) -> None:
    values: dict[str, Any] = {"name": "外事科", "code": "foreign", "kind": "business"}
    with pytest.raises(NotAllowedError):
        proposed(bureau, "add_division", by=who, **values)
    change = proposed(bureau, "add_division", **values)
    with pytest.raises(NotAllowedError):
        approve(change, KINDS["add_division"], by=bureau.persons[who])
    assert not Division.objects.filter(name="外事科").exists()


def test_another_bureau_s_administrator_decides_nothing_here(bureau: Bureau) -> None:
    other = make_bureau("other")
    change = proposed(bureau, "add_division", name="外事科", code="foreign", kind="business")
    with pytest.raises(NotAllowedError):
        approve(change, KINDS["add_division"], by=other.persons["administrator_second"])
    with pytest.raises(InvalidError):
        proposed(bureau, "suspend", person=other.persons["recorder"].pk)
    with pytest.raises(InvalidError):
        proposed(bureau, "end_post", post=recorder_post(other).pk, last_day="2024-06-03")


def test_nobody_approves_what_concerns_themselves(bureau: Bureau) -> None:
    second = bureau.persons["administrator_second"]
    change = proposed(bureau, "alter_person", person=second.pk, name="改名", mail="")
    with pytest.raises(NotAllowedError) as refused:
        approve(change, KINDS["alter_person"], by=second)
    assert "涉及" in refused.value.zh
    second.refresh_from_db()
    assert second.name == "第二管理员"


def test_with_three_apart_system_proposes_and_security_decides(bureau: Bureau) -> None:
    done(bureau, "profile", profile="city")
    bureau.agency.refresh_from_db()
    change = proposed(bureau, "add_division", name="外事科", code="foreign", kind="business")
    for who in ("administrator_second", "auditor"):
        with pytest.raises(NotAllowedError):
            approve(change, KINDS["add_division"], by=bureau.persons[who])
    approve(change, KINDS["add_division"], by=bureau.persons["security"])
    assert Division.objects.filter(name="外事科", agency=bureau.agency).exists()
    with pytest.raises(NotAllowedError):
        proposed(bureau, "add_division", by="security", name="甲科", code="a", kind="legal")


def test_three_apart_needs_three_people(bureau: Bureau) -> None:
    Post.objects.filter(person=bureau.persons["auditor"]).update(last_day=date(2024, 6, 2))
    with pytest.raises(NotPossibleError) as refused:
        proposed(bureau, "profile", profile="city")
    assert "审计管理员" in refused.value.zh
    assert Agency.objects.get(pk=bureau.agency.pk).profile == "bureau"
    assert bureau.agency.profile == "bureau"


def test_a_post_opens_from_its_day_to_its_day(bureau: Bureau) -> None:
    person = bureau.persons["office_recorder"]
    done(
        bureau, "appoint", person=person.pk, role="recorder", division=bureau.divisions["rnd"].pk,
        first_day="2024-07-01", last_day="2024-07-31",
    )  # fmt: skip
    rnd = bureau.divisions["rnd"].pk
    days = [date(2024, 6, 30), date(2024, 7, 1), date(2024, 7, 31), date(2024, 8, 1)]
    held = [holds(person, Role.RECORDER, on=day, division_id=rnd) for day in days]
    assert held == [False, True, True, False]


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("recorder", "administrator"),
        ("administrator", "recorder"),
        ("administrator", "security_admin"),
        ("auditor", "principal"),
    ],
)
def test_administration_is_kept_apart_from_business_and_from_itself(
    bureau: Bureau, who: str, role: str
) -> None:
    with pytest.raises(NotPossibleError) as refused:
        proposed(
            bureau, "appoint", person=bureau.persons[who].pk, role=role, first_day="2024-06-03"
        )
    assert "不得兼任" in refused.value.zh


def test_an_administrator_s_post_is_not_delegated_to_a_recorder(bureau: Bureau) -> None:
    post = Post.objects.get(person=bureau.persons["administrator"])
    with pytest.raises(NotPossibleError):
        proposed(
            bureau, "delegate", post=post.pk, to=bureau.persons["recorder"].pk,
            first_day="2024-06-03", last_day="2024-06-07",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"role": "king", "first_day": "2024-06-03"}, "角色"),
        ({"role": "system", "first_day": "2024-06-03"}, "角色"),
        ({"role": "division_head", "first_day": "2024-06-03"}, "科室"),
        ({"role": "recorder", "division": "999", "first_day": "2024-06-03"}, "科室"),
        ({"role": "recorder", "first_day": "明天"}, "起始日期"),
        ({"role": "recorder", "first_day": ""}, "起始日期"),
        ({"role": "recorder", "first_day": "2024-06-03", "last_day": "2024-06-02"}, "截止日期"),
    ],
)
def test_what_a_post_cannot_be(bureau: Bureau, values: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidError) as refused:
        proposed(bureau, "appoint", person=bureau.persons["office_recorder"].pk, **values)
    assert [name for name, _, _ in refused.value.faults] == [field]
    assert not OrganisationChange.objects.exists()


def test_the_same_post_is_not_given_twice_at_one_time(bureau: Bureau) -> None:
    post = recorder_post(bureau)
    with pytest.raises(NotPossibleError):
        proposed(
            bureau, "appoint", person=post.person_id, role="recorder", division=post.division_id,
            first_day="2024-06-03",
        )  # fmt: skip


def test_a_post_ends_but_what_is_past_is_not_rewritten(bureau: Bureau) -> None:
    post = recorder_post(bureau)
    with pytest.raises(InvalidError):
        proposed(bureau, "end_post", post=post.pk, last_day="2024-06-01")
    done(bureau, "end_post", post=post.pk, last_day="2024-06-02")
    post.refresh_from_db()
    assert post.last_day == date(2024, 6, 2)
    assert not post.held_on(TODAY)


def test_a_delegation_lasts_within_the_post_and_may_end_early(bureau: Bureau) -> None:
    post, to = recorder_post(bureau), bureau.persons["office_recorder"]
    base: dict[str, Any] = {"post": post.pk, "to": to.pk}
    with pytest.raises(InvalidError):
        proposed(bureau, "delegate", **base, first_day="2024-06-03", last_day="")
    with pytest.raises(InvalidError):
        proposed(
            bureau, "delegate", **(base | {"to": post.person_id}), first_day="2024-06-03",
            last_day="2024-06-07",
        )  # fmt: skip
    with pytest.raises(InvalidError):
        proposed(bureau, "delegate", **base, first_day="2009-06-03", last_day="2024-06-07")
    done(bureau, "delegate", **base, first_day="2024-06-03", last_day="2024-06-30")
    row = Delegation.objects.get()
    assert row.reason == REASON
    assert holds(to, Role.RECORDER, on=TODAY, division_id=post.division_id)
    done(bureau, "end_delegation", delegation=row.pk, last_day="2024-06-02")
    assert not holds(to, Role.RECORDER, on=TODAY, division_id=post.division_id)


def test_two_administrators_always_remain(bureau: Bureau) -> None:
    second = bureau.persons["administrator_second"]
    post = Post.objects.get(person=second)
    with pytest.raises(NotPossibleError):
        proposed(bureau, "suspend", person=second.pk)
    with pytest.raises(NotPossibleError):
        proposed(bureau, "end_post", post=post.pk, last_day="2024-06-03")
    second.refresh_from_db()
    assert second.is_active


def test_what_became_impossible_meanwhile_is_refused_at_the_decision(bureau: Bureau) -> None:
    values: dict[str, Any] = {"name": "新来者", "account": "xinlai", "mail": ""}
    first, again = proposed(bureau, "enrol", **values), proposed(bureau, "enrol", **values)
    second = bureau.persons["administrator_second"]
    approve(first, KINDS["enrol"], by=second)
    with pytest.raises(InvalidError):
        approve(again, KINDS["enrol"], by=second)
    again.refresh_from_db()
    assert again.outcome == Outcome.WAITING
    decline(again, by=second, reason="重复")
    again.refresh_from_db()
    assert (again.outcome, again.declined_for) == (Outcome.DECLINED, "重复")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "", "account": "xinlai"}, "姓名"),
        ({"name": "新来者", "account": "Xin Lai"}, "账号"),
        ({"name": "新来者", "account": "bureau-head"}, "账号"),
        ({"name": "新来者", "account": "xinlai", "mail": "不是邮箱"}, "邮箱"),
    ],
)
def test_what_an_account_cannot_be(bureau: Bureau, values: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidError) as refused:
        proposed(bureau, "enrol", **values)
    assert [name for name, _, _ in refused.value.faults] == [field]


def test_a_change_without_a_reason_is_not_proposed(bureau: Bureau) -> None:
    with pytest.raises(NotPossibleError):
        propose(
            bureau.agency, KINDS["suspend"], {"person": str(bureau.persons["head"].pk)},
            by=bureau.persons["administrator"], reason="  ",
        )  # fmt: skip


def test_the_database_too_refuses_a_change_its_proposer_approved(bureau: Bureau) -> None:
    change = proposed(bureau, "suspend", person=bureau.persons["head"].pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationChange.objects.filter(pk=change.pk).update(
            outcome="done", decided_by=change.proposed_by
        )
