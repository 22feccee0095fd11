"""The trail by whom, what and when; its chain verified on the spot; kept from administrators."""

import ast
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from tests.desk.people import People
from tests.reports.desk import OWN_WORDS, YEAR, compiled, issued, small_year
from tests.reports.questions import published
from zhunsheng.desk.show import action_names
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.db import fences
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.kernel.trail.chain import walk
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.edit import edit_part

TRAIL = reverse("desk:trail")


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2024, 6, day, hour, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def acted(people: People) -> People:
    """Entered on the 3rd, confirmed on the 5th by the head, refused to the recorder on the 4th."""
    persons = people.bureau.persons
    with standing_at(at(3, 23)):
        row = people.waiting()
    with standing_at(at(4)), pytest.raises(NotAllowedError):
        confirm(row, by=persons["recorder"])
    with standing_at(at(5)):
        confirm(row, by=persons["head"])
    return people


def seen(people: People, who: str = "principal", **asked: str) -> list[str]:
    shown = people.at(who).get(TRAIL, asked)
    return [row[0].action for row in shown.context["rows"]]


def test_newest_first_and_everything_without_a_filter(acted: People) -> None:
    assert seen(acted) == ["confirm", "refused:confirm", "submit"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"actor": "bureau-head"}, ["confirm"]),
        ({"actor": "bureau-recorder"}, ["refused:confirm", "submit"]),
        ({"action": "confirm"}, ["confirm", "refused:confirm"]),
        ({"action": "confirm", "refused": "1"}, ["refused:confirm"]),
        ({"refused": "1"}, ["refused:confirm"]),
        ({"since": "2024-06-04"}, ["confirm", "refused:confirm"]),
        ({"until": "2024-06-03"}, ["submit"]),  # the whole day, as the clock here tells it
        ({"since": "2024-06-04", "until": "2024-06-04"}, ["refused:confirm"]),
        ({"action": "step"}, []),
        ({"actor": "nobody"}, []),
        ({"since": "昨天"}, ["confirm", "refused:confirm", "submit"]),
    ],
)
def test_each_filter_leaves_what_it_names(
    acted: People, asked: dict[str, str], found: list[str]
) -> None:
    assert seen(acted, **asked) == found


def test_the_chain_is_read_to_its_head(acted: People) -> None:
    shown = acted.at("auditor").post(TRAIL).text
    assert "已自首条至链首核验3条" in shown
    assert walk(acted.bureau.agency).broken_at == 0


def test_a_changed_entry_is_found_and_named(acted: People) -> None:
    second = Entry.objects.get(sequence=2)
    connection.check_constraints()  # PostgreSQL alters no table whose rows still wait for theirs
    fences.drop(connection)
    try:
        Entry.objects.filter(pk=second.pk).update(payload=second.payload.replace("拒", "准") + " ")
        assert walk(acted.bureau.agency).broken_at == 2
        assert "存证链在第2条处不一致" in acted.at("auditor").post(TRAIL).text
    finally:
        connection.check_constraints()
        fences.install(connection)


def test_where_three_administer_the_trail_is_the_auditor_s(acted: People) -> None:
    Agency.objects.update(profile="city")
    codes = {
        who: acted.at(who).get(TRAIL).status_code
        for who in ("administrator", "security", "auditor", "principal")
    }
    assert codes == {"administrator": 403, "security": 403, "auditor": 200, "principal": 200}


def test_another_bureau_s_entries_are_not_shown(acted: People) -> None:
    other = People(make_bureau("other"))
    assert seen(other) == []


def actions_in_code() -> set[str]:
    """What the kernel and the reports write into the trail, read from their calls."""
    found: set[str] = set()
    for path in (settings.ROOT / "src/zhunsheng").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "acting":
                words = (n.value for n in ast.walk(node.args[1]) if isinstance(n, ast.Constant))
                found |= {word for word in words if isinstance(word, str) and ":" not in word}
    return found


def test_every_action_the_code_takes_has_a_name() -> None:
    named = {key for key, _ in action_names()}
    assert len(actions_in_code()) > 40
    assert actions_in_code() - named == set()


def test_a_part_of_a_report_is_told_by_its_name(people: People) -> None:
    people.bureau.close_all(YEAR)
    report = compiled(people.bureau)
    edit_part(
        report, "shortcomings", OWN_WORDS["shortcomings"], by=people.bureau.persons["legal_officer"]
    )
    shown = people.at("principal").get(TRAIL)
    told = [row[3] for row in shown.context["rows"] if row[0].action == "edit"]
    assert told
    assert all("部分：" in text and "shortcomings" not in text for text in told)


def test_what_is_done_with_an_edition_names_it(db: None) -> None:
    people = People(small_year())
    edition = issued(people.bureau)
    published(people.bureau, edition)
    shown = people.at("legal_officer").get(TRAIL, {"action": "publish"})
    assert [row[3] for row in shown.context["rows"]] == [f"{edition.number}《{edition.title}》"]
