"""A step: every rule against it at once, with its citation; what was typed stays."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.people import DOCUMENTS, REQUESTS, People, record_page
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.procedure.models import Irregularity, Step
from zhunsheng.regimes.norms.models import NormativeDocument

NOW = datetime(2024, 10, 15, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
FAIR_COMPETITION = "《公平竞争审查条例》第十八条"  # decree on fair-competition review, article 18


def page(row: NormativeDocument, key: str) -> str:
    return reverse("desk:step", args=[DOCUMENTS, row.pk, key])


def test_the_record_says_what_stands_against_its_next_step(people: People) -> None:
    row = people.document()
    with standing_at(NOW):
        shown = people.at("legal_officer").get(record_page(row)).text
    assert page(row, "table") in shown
    assert FAIR_COMPETITION in shown


def test_a_refused_step_cites_its_rules_keeps_what_was_typed_and_records_nothing(
    people: People,
) -> None:
    row, officer = people.document(), people.at("legal_officer")
    with standing_at(NOW):
        answer = officer.post(
            page(row, "table"),
            {
                "on": "2024-10-14",
                "by": str(people.bureau.persons["legal_officer"].pk),
                "version": row.version,
                "reason:norms.market_comment_period": "情况紧急",
            },
        )
    assert answer.status_code == 422
    assert "不予办理，未作登记" in answer.text  # refused, nothing recorded
    assert FAIR_COMPETITION in answer.text
    assert 'value="2024-10-14"' in answer.text
    assert ">情况紧急</textarea>" in answer.text
    assert not Step.objects.exists()
    row.refresh_from_db()
    assert row.tabled_on is None


def test_the_refusal_is_cited_in_english_too(people: People) -> None:
    row, officer = people.document(), people.at("legal_officer")
    officer.post(reverse("desk:language"), {"language": "en"})
    with standing_at(NOW):
        shown = officer.get(page(row, "table")).text
    assert "Fair Competition Review, article 18" in shown
    assert FAIR_COMPETITION not in shown


def test_a_step_that_nothing_stands_against_is_recorded(people: People) -> None:
    row, head = people.document(market_related=False), people.at("head")
    with standing_at(NOW):
        answer = head.post(
            page(row, "open_comment"),
            {
                "on": "2024-10-15",
                "by": str(people.bureau.persons["head"].pk),
                "version": row.version,
            },
        )
    assert answer.status_code == 302, answer.text
    row.refresh_from_db()
    assert (row.stage, row.comment_from) == ("commenting", date(2024, 10, 15))


def test_a_step_already_taken_is_entered_with_its_paper_and_leaves_its_irregularities(
    people: People,
) -> None:
    row, officer = people.document(), people.at("legal_officer")
    with standing_at(NOW):
        answer = officer.post(
            page(row, "table"),
            {
                "on": "2024-09-02",
                "by": str(people.bureau.persons["legal_officer"].pk),
                "version": row.version,
                "already_taken": "on",
                "vouched_by": str(people.bureau.persons["legal_second"].pk),
                "paper": SimpleUploadedFile("提请审议.pdf", b"%PDF-1.4 signed"),
            },
        )
        assert answer.status_code == 302, answer.text
        listed = officer.get(reverse("desk:irregularities")).text
    assert Irregularity.objects.filter(item_id=row.pk).exists()
    assert row.title in listed
    assert FAIR_COMPETITION in listed
    shown = officer.get(record_page(row)).text
    assert "补录" in shown and "办理后43天登记" in shown  # a late entry, and how late
    assert "提请审议.pdf" in shown


def test_a_step_on_a_record_that_changed_meanwhile_is_refused(people: People) -> None:
    row, head = people.document(market_related=False), people.at("head")
    sent = {
        "on": "2024-10-15",
        "by": str(people.bureau.persons["head"].pk),
        "version": row.version - 1,
    }
    with standing_at(NOW):
        answer = head.post(page(row, "open_comment"), sent)
    assert answer.status_code == 422
    assert people.bureau.persons["legal_second"].name in answer.text
    assert not Step.objects.exists()


def test_what_is_wrong_with_a_step_stands_at_its_field(people: People) -> None:
    row = people.request()
    sent = {
        "on": "2024-09-09",  # the day before it was received
        "by": str(people.bureau.persons["office"].pk),
        "version": row.version,
    }
    with standing_at(NOW):
        at = reverse("desk:step", args=[REQUESTS, row.pk, "reply"])
        answer = people.at("office").post(at, sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"on", "reply"}
    assert not Step.objects.exists()


def test_a_step_that_does_not_exist_is_not_there(people: People) -> None:
    assert people.at("head").get(page(people.document(), "fly")).status_code == 404
