"""Optional regimes: what each brings is said before it is taken up; the menu follows at once."""

from django.urls import reverse

from tests.desk.people import People
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.models import Entry

PAGE = reverse("desk:optional-regimes")


def test_each_is_shown_with_its_ground_registers_and_who_would_owe_them(people: People) -> None:
    page = people.at("legal_officer").get(PAGE).text
    for regime in registry().regimes.values():
        assert (f'id="{regime.key}"' in page) == regime.optional
    for word in ("行政处罚", "《行政处罚法》", "业务科室"):
        assert word in page


def test_taken_up_it_stands_in_the_menu_and_left_it_does_not(people: People) -> None:
    bureau, officer = people.bureau, people.at("legal_officer")
    bureau.agency.regimes = []
    bureau.agency.save()
    register = reverse("desk:register", args=["enforcement.officer"])
    assert register not in officer.get(reverse("desk:home")).text
    answer = officer.post(PAGE, {"regime": "enforcement", "use": "1"}, follow=True)
    assert "已启用。" in answer.text
    assert register in officer.get(reverse("desk:home")).text
    officer.post(PAGE, {"regime": "enforcement"})
    assert register not in officer.get(reverse("desk:home")).text
    taken = Entry.objects.filter(action__in=["take_up", "leave"]).order_by("sequence")
    assert [entry.action for entry in taken] == ["take_up", "leave"]


def test_an_administrator_may_and_a_recorder_may_not(people: People) -> None:
    assert people.at("administrator").get(PAGE).status_code == 200
    for who in ("recorder", "head", "principal", "adviser", "team", "auditor"):
        assert people.at(who).get(PAGE).status_code == 403


def test_what_is_not_optional_cannot_be_left(people: People) -> None:
    answer = people.at("legal_officer").post(PAGE, {"regime": "norms"}, follow=True)
    assert "没有可选启用的制度" in answer.text
