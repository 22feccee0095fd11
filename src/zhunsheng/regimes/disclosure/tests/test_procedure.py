"""The way of an item and of a request: what an imported row shows, who acts, what stops it."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import (
    Bureau,
    NotAllowedError,
    StepImpossibleError,
    StepRefusedError,
    Taking,
    derive,
    make_bureau,
    perform,
    take,
)
from zhunsheng.regimes.disclosure.models import Publication
from zhunsheng.regimes.disclosure.procedure import HANDLING, PUBLISHING
from zhunsheng.regimes.disclosure.tests.rows import asked, item, publication, request


def test_an_imported_item_shows_its_steps() -> None:
    row = item(
        reviewed_on=date(2024, 3, 5), secrecy_on=date(2024, 3, 6), published_on=date(2024, 3, 7)
    )
    stage, steps = derive(PUBLISHING, row)
    assert stage == "published"
    assert [s.transition.key for s in steps] == ["review", "clear", "publish"]


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        ({}, "received"),
        ({"correction_noticed_on": date(2024, 9, 12)}, "correction_asked"),
        ({"third_party_asked_on": date(2024, 9, 18)}, "third_party_asked"),
        ({"extended_on": date(2024, 9, 20)}, "extended"),
        ({"extended_on": date(2024, 9, 20), "replied_on": date(2024, 9, 23)}, "replied"),
    ],
)
def test_an_imported_request_stands_where_its_dates_say(days: dict[str, date], stage: str) -> None:
    assert derive(HANDLING, request(**days))[0] == stage


@pytest.mark.parametrize("procedure", [PUBLISHING, HANDLING])
def test_every_stage_can_be_reached_and_every_step_has_its_own_day(procedure: Any) -> None:
    reached = {procedure.initial, *(t.after for t in procedure.transitions)}
    assert reached == {stage.key for stage in procedure.stages}
    days = [t.dated_by for t in procedure.transitions]
    assert len(set(days)) == len(days)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _by(bureau: Bureau, who: str, on: date, **values: object) -> Taking:
    return Taking(by=bureau.persons[who], on=on, values=values)


@pytest.mark.django_db
def test_the_whole_way_of_an_item(bureau: Bureau) -> None:
    row = publication(bureau, "K1")
    perform(row, "review", _by(bureau, "head", date(2024, 3, 5)))
    perform(row, "clear", _by(bureau, "legal_officer", date(2024, 3, 6)))
    perform(row, "publish", _by(bureau, "office", date(2024, 3, 7)))
    perform(row, "withdraw", _by(bureau, "office", date(2024, 3, 8), withdrawn_why="内容有误"))
    assert row.stage == "withdrawn"
    assert (row.published_on, row.withdrawn_on) == (date(2024, 3, 7), date(2024, 3, 8))


def _leaked(bureau: Bureau) -> Publication:
    row = publication(bureau, "K1", published_on=date(2024, 10, 8), stage="published")
    take(row, "find_leak", _by(bureau, "office", date(2024, 10, 10), leak_found_at="16:05"))
    return row


_TOLD = {
    "withdraw": {"withdrawn_why": "含有不应公开的内容"},
    "report_leak": {"leak_reported_at": "17:20"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("order", [("withdraw", "report_leak"), ("report_leak", "withdraw")])
def test_a_leak_is_withdrawn_and_reported_in_either_order(
    bureau: Bureau, order: tuple[str, ...]
) -> None:
    row = _leaked(bureau)
    assert row.stage == "leak_found"
    for key in order:
        assert key in {t.key for t in PUBLISHING.open_to(row)}
        take(row, key, _by(bureau, "office", date(2024, 10, 10), **_TOLD[key]))
    assert (row.leak_found_at, row.leak_reported_at) == ("16:05", "17:20")
    assert not {"withdraw", "report_leak"} & {t.key for t in PUBLISHING.open_to(row)}


@pytest.mark.django_db
def test_a_leak_found_after_an_ordinary_withdrawal_is_only_to_be_reported(bureau: Bureau) -> None:
    row = publication(
        bureau, "K1", published_on=date(2024, 10, 8), stage="withdrawn",
        withdrawn_on=date(2024, 10, 9), withdrawn_why="内容有误",
    )  # fmt: skip
    assert {t.key for t in PUBLISHING.open_to(row)} == {"find_leak"}
    take(row, "find_leak", _by(bureau, "office", date(2024, 10, 10), leak_found_at="16:05"))
    assert {t.key for t in PUBLISHING.open_to(row)} == {"report_leak"}


@pytest.mark.django_db
def test_the_whole_way_of_a_request_extended_while_a_third_party_is_asked(bureau: Bureau) -> None:
    row = asked(bureau, "1")
    for key, who, on in (
        ("ask_correction", "head", date(2024, 9, 11)),
        ("take_correction", "head", date(2024, 9, 12)),
        ("ask_third_party", "head", date(2024, 9, 18)),
        ("extend", "office", date(2024, 9, 20)),
        ("hear_third_party", "head", date(2024, 9, 30)),
    ):
        take(row, key, _by(bureau, who, on))
    take(row, "reply", _by(bureau, "office", date(2024, 10, 8), reply="opened"))
    assert row.stage == "replied"


@pytest.mark.django_db
def test_a_term_that_has_ended_is_not_extended(bureau: Bureau) -> None:
    row = asked(bureau, "1")
    with pytest.raises(StepRefusedError) as refused:
        perform(row, "extend", _by(bureau, "office", date(2024, 10, 15)))
    (objection,) = refused.value.objections
    assert (objection.rule, objection.blocks) == ("disclosure.extension_term", True)
    assert objection.citation_zh == "《政府信息公开条例》第三十三条"
    row.refresh_from_db()
    assert row.extended_on is None


@pytest.mark.django_db
def test_a_late_answer_is_never_refused(bureau: Bureau) -> None:
    row = asked(bureau, "1")
    perform(row, "reply", _by(bureau, "office", date(2024, 12, 2), reply="opened"))
    assert row.stage == "replied"


@pytest.mark.django_db
def test_correction_is_asked_for_once(bureau: Bureau) -> None:
    row = asked(bureau, "1")
    take(row, "ask_correction", _by(bureau, "head", date(2024, 9, 11)))
    take(row, "take_correction", _by(bureau, "head", date(2024, 9, 12)))
    with pytest.raises(StepImpossibleError):
        take(row, "ask_correction", _by(bureau, "head", date(2024, 9, 13)))


@pytest.mark.django_db
def test_a_refusal_without_ground_and_an_unheard_third_party_are_told_together(
    bureau: Bureau,
) -> None:
    row = asked(bureau, "1")
    perform(row, "ask_third_party", _by(bureau, "head", date(2024, 9, 18)))
    with pytest.raises(StepRefusedError) as refused:
        perform(row, "reply", _by(bureau, "office", date(2024, 9, 20), reply="partly"))
    assert {o.rule for o in refused.value.objections} == {
        "disclosure.third_party_term",
        "disclosure.reply_types",
    }


@pytest.mark.django_db
def test_a_recorder_does_not_publish(bureau: Bureau) -> None:
    row = publication(bureau, "K1", secrecy_on=date(2024, 3, 6))
    with pytest.raises(NotAllowedError):
        perform(row, "publish", _by(bureau, "recorder", date(2024, 3, 7)))
