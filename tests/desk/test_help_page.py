"""Help: the first day of each role, and the reference where it applies."""

import pytest
from django.urls import reverse

from tests.desk.people import DOCUMENTS, People, record_page
from tests.desk.test_addresses import PERSONS
from zhunsheng.audit.checks import all_checks
from zhunsheng.desk.help.roles import role_helps
from zhunsheng.desk.permissions import PERMISSIONS
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.registry import law, registry

HOME = reverse("desk:home")


def test_every_role_a_person_can_hold_has_its_page() -> None:
    assert set(role_helps()) == set(Role) - {Role.SYSTEM}


@pytest.mark.parametrize("role", list(role_helps()))
def test_the_first_three_things_are_done_on_pages_the_role_may_open(
    people: People, role: Role
) -> None:
    browser = people.at(PERSONS[role])
    told = role_helps()[role]
    home = browser.get(HOME).text
    assert len(told.first) == 3
    for first in told.first:
        address = reverse(f"desk:{first.to}")
        assert role.value in PERMISSIONS[first.to]
        assert f'href="{address}">{first.what[0]}' in home
        assert browser.get(address, follow=True).status_code == 200


def test_the_panel_is_put_away_for_good_and_found_again_in_the_menu(people: People) -> None:
    browser = people.at("recorder")
    assert "先做三件事" not in browser.get(HOME).text  # the panel has no such heading
    assert "知道了，不再显示" in browser.get(HOME).text
    assert browser.post(reverse("desk:help-put-away")).status_code == 302
    again = people.at("recorder")
    assert "知道了，不再显示" not in again.get(HOME).text
    shown = again.get(reverse("desk:help")).text
    assert "先做三件事" in shown
    assert str(role_helps()[Role.RECORDER].work[0]) in shown
    assert "知道了，不再显示" in people.at("head").get(HOME).text


def test_another_roles_page_links_only_to_what_the_reader_may_open(people: People) -> None:
    shown = people.at("recorder").get(reverse("desk:help-role", args=["administrator"])).text
    assert "核对人员和任职" in shown
    assert reverse("desk:admin") not in shown
    assert people.at("recorder").get("/desk/help/roles/nobody/").status_code == 404


def test_every_check_every_rule_and_every_register_has_its_page(people: People) -> None:
    browser = people.at("legal_officer")
    pages = [reverse("desk:help-check", args=[c.code]) for c in all_checks()[::7]]
    pages += [reverse("desk:help-rule", args=[r.key]) for r in law().rules()[::9]]
    pages += [reverse("desk:help-register", args=[r.kind]) for r in registry().registers()]
    assert [p for p in pages if browser.get(p).status_code != 200] == []
    listed = browser.get(reverse("desk:help-checks")).text
    assert all(f">{c.code}</a>" in listed for c in all_checks() if c.stage != "retired")
    rules = browser.get(reverse("desk:help-rules")).text
    assert all(reverse("desk:help-rule", args=[r.key]) in rules for r in law().rules())
    for lost in ("checks/NIX999", "rules/no.such", "registers/no.such"):
        assert browser.get(f"/desk/help/{lost}/").status_code == 404


def test_a_check_shows_what_passes_what_is_found_and_its_law(people: People) -> None:
    check = next(c for c in all_checks() if c.law)
    browser = people.at("legal_officer")
    shown = browser.get(reverse("desk:help-check", args=[check.code]))
    assert check.zh in shown.text
    assert reverse("desk:help-rule", args=[check.law]) in shown.text
    rule = browser.get(reverse("desk:help-rule", args=[check.law])).text
    assert check.code in rule
    assert law().rule(check.law).confidence.zh in rule


def test_a_registers_page_tells_columns_steps_deadlines_and_figures(people: People) -> None:
    shown = people.at("recorder").get(reverse("desk:help-register", args=[DOCUMENTS])).text
    for words in (
        "认定理由",
        "出具合法性审核意见",
        "规范性文件报送备案",
        reverse("desk:template", args=[DOCUMENTS]),
    ):
        assert words in shown
    assert reverse("desk:figure", args=["norms.made"]) in shown


def test_the_reference_is_linked_from_where_it_applies(people: People) -> None:
    people.request()
    browser = people.at("office")
    duty = next(d for d in registry().duties() if d.of._meta.label_lower == "disclosure.request")
    rule = reverse("desk:help-rule", args=[duty.rule])
    assert rule in browser.get(reverse("desk:duties")).text
    assert reverse("desk:help-register", args=[DOCUMENTS]) in (
        browser.get(reverse("desk:register", args=[DOCUMENTS])).text
    )
    row = people.document()
    assert reverse("desk:help-register", args=[DOCUMENTS]) in browser.get(record_page(row)).text
