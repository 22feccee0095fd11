"""Lines under a record: the usual ones are read, of the others one question is asked first."""

from collections.abc import Sequence
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.people import People
from zhunsheng.desk.beside import lines_of
from zhunsheng.desk.show import cells
from zhunsheng.kernel import clock
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.disclosure.models import Publication, Review
from zhunsheng.regimes.norms.models import Interpretation


def read(people: People, row: Record) -> tuple[Sequence[int], list[str]]:
    """How many lines of each register, and what the database was asked for them."""
    by = people.bureau.persons["legal_officer"]
    with CaptureQueriesContext(connection) as asked:
        found = lines_of(row, by, clock.today())
    tables = [f'"{register.of._meta.db_table}"' for register in registry().lines_of(type(row))]
    of_lines = [q["sql"] for q in asked if any(table in q["sql"] for table in tables)]
    return [len(lines) for _, _, lines in found], of_lines


def test_of_lines_that_few_rows_have_one_question_tells_which_are_there(people: People) -> None:
    document = people.document()
    lines, questions = read(people, document)
    assert (lines, len(questions)) == ([0, 0, 0, 0], 1)
    assert "COUNT(*)" in questions[0]
    people.bureau.put(
        Interpretation, division="rnd", document=document, title="政策解读",
        form="text", published_on=date(2024, 3, 1),
    )  # fmt: skip
    lines, questions = read(people, document)
    assert (sorted(lines), len(questions)) == ([0, 0, 0, 1], 2)


def test_the_reviews_of_a_text_are_read_without_asking_whether_there_are_any(
    people: People,
) -> None:
    assert [r.of for r in registry().lines_of(Publication) if r.usual] == [Review]
    item = people.bureau.confirmed(
        Publication, division="office", title="申报通知", index_number="2024-001",
        category="services", formed_on=date(2024, 3, 1),
    )  # fmt: skip
    _, questions = read(people, item)
    assert not any("COUNT(*)" in question for question in questions)
    assert len(questions) == len(registry().lines_of(Publication))


@pytest.mark.parametrize(("level", "name"), [(1, "初审一校"), (3, "终审三校"), (4, "第4级")])
def test_a_level_of_review_is_told_by_the_name_the_rule_gives_it(
    people: People, level: int, name: str
) -> None:
    item = people.bureau.confirmed(
        Publication, division="office", title="申报通知", index_number="2024-001",
        category="services", formed_on=date(2024, 3, 1),
    )  # fmt: skip
    review = people.bureau.confirmed(
        Review, division="office", publication=item, title=item.title, level=level,
        reviewer="周审", reviewed_on=date(2024, 3, 1),
    )  # fmt: skip
    by = people.bureau.persons["legal_officer"]
    [line] = next(
        lines for register, _, lines in lines_of(item, by, clock.today()) if register.of is Review
    )
    assert ("审校环节", name) in line.told
    [cell] = cells(review, ["level"])
    assert (cell.text, cell.number) == (name, False)
    page = people.at("legal_officer").get(
        reverse("desk:record", args=["disclosure.review", review.pk])
    )
    assert name in page.content.decode()
