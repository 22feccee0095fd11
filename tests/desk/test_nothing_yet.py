"""An empty list says why it is empty and what to do next, where the reader may do it."""

import re

import pytest
from django.urls import reverse

from tests.desk.people import People, register_page
from zhunsheng.kernel.in_use import used_by

LISTS = (
    "home", "year", "duties", "irregularities", "problems", "imports", "reports", "report-parts",
    "numbers",
)  # fmt: skip
_SAID = re.compile(r'<div class="nothing"><p>(.+?)</p>(.*?)</div>', re.DOTALL)


def told(people: People, who: str, address: str) -> list[tuple[str, list[str]]]:
    """(sentence, where its links lead) of every empty list on the page."""
    answer = people.at(who).get(address)
    assert answer.status_code == 200, address
    return [
        (said, re.findall(r'href="([^"]+)"', ways)) for said, ways in _SAID.findall(answer.text)
    ]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_without_rows_says_what_to_do_next(people: People, name: str) -> None:
    who = "adviser" if name == "home" else "legal_officer"  # the officer has registers to close
    found = told(people, who, reverse(f"desk:{name}"))
    assert found, name
    for said, ways in found:
        assert said.endswith("。")
        assert ways, said


def test_every_register_without_rows_leads_to_its_first(people: People) -> None:
    registers = used_by(people.bureau.agency).registers()
    assert len(registers) > 20
    for register in registers:
        ((said, ways),) = told(people, "legal_officer", register_page(register.kind))
        above = register.parent_model
        first = (
            register_page(above._meta.label_lower) if above else register_page(register.kind, "new")
        )
        assert "本台账暂无记录" in said
        assert ways[0] == first, register.kind


def test_every_way_shown_opens(people: People) -> None:
    """To nobody a link is shown that refuses them."""
    for who in ("recorder", "head", "legal_officer", "office", "principal", "team", "adviser"):
        opened = people.at(who)
        for name in LISTS:
            page = opened.get(reverse(f"desk:{name}"))
            for _, ways in _SAID.findall(page.text) if page.status_code == 200 else ():
                for way in re.findall(r'href="(/[^"]+)"', ways):
                    assert opened.get(way, follow=True).status_code == 200, (who, name, way)


def test_what_the_filters_leave_empty_offers_to_clear_them(people: People) -> None:
    people.waiting()
    address = register_page("norms.normativedocument")
    ((said, ways),) = told(people, "legal_officer", f"{address}?q=没有的词")
    assert "没有符合条件的记录" in said
    assert ways == ["?all=1"]
    ((_, ways),) = told(people, "principal", f"{reverse('desk:trail')}?action=archive")
    assert ways == ["?"]
    ((_, ways),) = told(people, "legal_officer", f"{reverse('desk:search')}?q=没有的词&year=2024")
    assert ways == [f"{reverse('desk:search')}?q=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%8D"]
