"""Chinese whatever the browser asks for, English when it is chosen, and no word of one in the
other."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.people import DOCUMENTS, People, record_page, register_page
from tests.reports.desk import compiled, issued, small_year
from tests.reports.questions import asked, pages, published, switch
from zhunsheng.audit.checks import all_checks
from zhunsheng.config.msgids import msgids_of
from zhunsheng.config.translations import SOURCE
from zhunsheng.desk.help.roles import role_helps
from zhunsheng.kernel.registry import law, registry
from zhunsheng.reports.life.answer_question import answer_question

#: Words the Chinese page may keep: addresses, names of formats, keys and digests.
_KEPT = re.compile(
    r"https?://[^\s)]+|\{[^}]*\}|English|Excel|Word|PDF|JSON|XBRL|Cookie|DEMO|xlsx"
    r"|csv|CSV|Atom|zhunsheng verify|sm3:\w+|Ctrl"
    r"|[a-z_]+\.[a-z_.]+"
    r"|[A-Z]{3}\d{3}|GB/T|docx"
)
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


class Words(HTMLParser):
    """The words of a page: (text, the language an element around it is marked with)."""

    _VOID = frozenset(["meta", "link", "img", "input", "br"])

    def __init__(self, page: str) -> None:
        super().__init__()
        self._open: list[str] = []
        self.found: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        inside = given.get("lang") or (self._open[-1] if self._open and tag != "html" else "")
        if tag == "title":
            inside = "zh-CN"  # a record's own name beside the product's
        if tag == "html":
            inside = ""
        for name in ("title", "aria-label", "placeholder", "alt"):
            self.found.append((given.get(name) or "", inside))
        if tag not in self._VOID:
            self._open.append(inside)

    def handle_endtag(self, tag: str) -> None:
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.found.append((data, self._open[-1] if self._open else ""))


@pytest.fixture
def bureau_people(db: None) -> People:
    return People(small_year())


def addresses(people: People) -> list[str]:
    """Every page the legal officer can open by an address."""
    row, waiting = people.document(), people.waiting(title="待确认办法")
    kinds = [register.kind for register in registry().registers()]
    return [
        *(reverse(f"desk:{n}") for n in ("home", "registers", "imports", "duties")),
        *(reverse(f"desk:{n}") for n in ("irregularities", "figures", "reports", "trail")),
        *(register_page(kind) for kind in kinds),
        *(register_page(kind, "new") for kind in kinds),
        record_page(row),
        record_page(waiting),
        record_page(row, "edit"),
        reverse("desk:step", args=[DOCUMENTS, row.pk, "table"]),
        *(reverse("desk:figure", args=[key]) for key in sorted(registry().figures())[::9]),
        reverse("desk:report", args=[compiled(people.bureau, 2023).pk]),
        *question_pages(people),
        *(reverse(f"desk:{n}") for n in ("year", "help", "help-checks", "help-rules")),
        *(reverse("desk:help-role", args=[role.value]) for role in role_helps()),
        *(reverse("desk:help-register", args=[kind]) for kind in kinds[::3]),
        *(reverse("desk:help-check", args=[c.code]) for c in all_checks()[::15]),
        *(reverse("desk:help-rule", args=[r.key]) for r in law().rules()[::13]),
        "/desk/nowhere/",
        "/",
    ]


def question_pages(people: People) -> list[str]:
    """Where a figure is questioned and answered; one question waits and one is answered."""
    switch(people.bureau, on=True)
    edition = published(people.bureau, issued(people.bureau))
    waiting, done = asked(edition), asked(edition, "是哪一天提出的？")
    by = people.bureau.persons["office"]
    answer_question(done, kind="explained", text="两件均在五月提出。", public=True, by=by)
    return [*pages(waiting), *pages(done)[2:]]


def test_no_page_in_chinese_keeps_an_english_word(bureau_people: People) -> None:
    browser = bureau_people.at("legal_officer")
    left = {}
    for address in addresses(bureau_people):
        words = " ".join(
            text for text, language in Words(browser.get(address).text).found if language != "en"
        )
        if found := _ENGLISH.findall(_KEPT.sub("", words)):
            left[address] = found
    assert left == {}


def test_no_page_in_english_keeps_a_chinese_word_that_is_not_marked_as_chinese(
    bureau_people: People,
) -> None:
    browser = bureau_people.at("legal_officer")
    listed = addresses(bureau_people)
    browser.post(reverse("desk:language"), {"language": "en"})
    left = {}
    for address in listed:
        words = Words(browser.get(address).text).found
        unmarked = [
            text.strip()
            for text, language in words
            if _CHINESE.search(text) and language != "zh-CN"
        ]
        if unmarked:
            left[address] = unmarked
    assert left == {}


def test_every_msgid_of_the_faces_is_english() -> None:
    for face in ("desk", "portal"):
        for _, msgid in msgids_of(SOURCE / face):
            assert not _CHINESE.search(msgid), msgid


def test_the_browser_s_own_language_is_never_asked(bureau_people: People) -> None:
    client = Client(headers={"accept-language": "en-US,en;q=0.9"})
    for address in ("/", reverse("desk:sign-in")):
        answer = client.get(address)
        assert '<html lang="zh-CN">' in answer.text
        assert answer.headers["Content-Language"] == "zh-CN"


def test_english_is_chosen_by_a_click_and_stays(bureau_people: People) -> None:
    client = Client()
    back = client.post(reverse("desk:language"), {"language": "en", "next": "/"})
    assert back.headers["Location"] == "/"
    assert '<html lang="en">' in client.get("/").text
    client.post(reverse("desk:language"), {"language": "zh"})
    assert '<html lang="zh-CN">' in client.get("/").text


def test_the_language_form_leads_to_no_other_site(bureau_people: People) -> None:
    answer = Client().post(
        reverse("desk:language"), {"language": "en", "next": "https://elsewhere.example/"}
    )
    assert answer.headers["Location"] == "/desk/"


def test_form_labels_and_faults_are_in_the_reader_s_language(bureau_people: People) -> None:
    browser = bureau_people.at("legal_officer")
    chinese = browser.post(register_page(DOCUMENTS, "new"), {"title": ""}).text
    assert "制定依据</a>：此项必填" in chinese
    browser.post(reverse("desk:language"), {"language": "en"})
    english = browser.post(register_page(DOCUMENTS, "new"), {"title": ""}).text
    assert "Legal basis</a>: this must be filled in" in english


#: Numbers that are never one: settings, a whole chain, what stays of years.
_NEVER_ONE = ("files at most", "working days overdue", "entries read", "identities,", "rows stay")


def test_a_count_that_may_be_one_is_said_in_the_singular_too() -> None:
    """English alone shows it: “1 rows”."""
    counted = re.compile(r"%\(n\)s \w+s\b")
    said = {text for _, text in msgids_of(SOURCE / "desk") if counted.search(text)}
    assert {text for text in said if not any(never in text for never in _NEVER_ONE)} == set()
