"""Figures where a careless count would go wrong."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunsheng.kernel.testing import (
    Bureau,
    Scope,
    Status,
    check_identities,
    facts,
    make_bureau,
    void,
)
from zhunsheng.regimes.oversight.models import Contact, SupervisionAct
from zhunsheng.regimes.oversight.regime import REGIME
from zhunsheng.regimes.oversight.tests.rows import (
    DISSATISFIED,
    HEARD,
    REPLIED,
    remarked,
    submission,
)

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    for year in (2023, 2024, 2025):
        made.close_all(year)
    return made


def _values(bureau: Bureau, year: int = 2024) -> dict[str, Any]:
    return {key: fact.value for key, fact in facts(Scope(bureau.agency.pk, year), KEYS).items()}


def _broken(bureau: Bureau, year: int = 2024) -> list[str]:
    found = facts(Scope(bureau.agency.pk, year), KEYS)
    return [c.key for c in check_identities(found) if not c.holds]


def _act(bureau: Bureau, kind: str, **values: Any) -> SupervisionAct:
    given: dict[str, Any] = {"held_on": date(2024, 7, 2), "held_by": "市人大常委会"}
    return bureau.confirmed(
        SupervisionAct, division="office", title=f"监督{kind}", kind=kind, **{**given, **values}
    )


def test_each_body_is_lead_co_and_separate(bureau: Bureau) -> None:
    for number, body, role in (
        ("1", "suggestion", "lead"),
        ("2", "suggestion", "co"),
        ("3", "proposal", "lead"),
        ("4", "proposal", "separate"),
        ("5", "proposal", "co"),
        ("6", "proposal", "co"),
    ):
        submission(bureau, number, body=body, role=role)
    submission(bureau, "7", assigned_on=date(2023, 12, 29))
    values = _values(bureau)
    assert values["oversight.submissions"] == 6
    assert values["oversight.suggestions"] == 2
    assert values["oversight.proposals"] == 4
    parts = [values[f"oversight.proposals.{role}"] for role in ("lead", "co", "separate")]
    assert parts == [1, 2, 1]
    assert values["oversight.submissions.co"] == 3
    assert _broken(bureau) == []


def test_satisfaction_is_over_what_the_bureau_answered_and_nothing_else(bureau: Bureau) -> None:
    submission(bureau, "1", **REPLIED, **HEARD)
    submission(
        bureau, "2", **REPLIED, **{**HEARD, "feedback": "basically_satisfied"}, role="separate"
    )
    submission(bureau, "3", **REPLIED, body="proposal")  # nothing said yet
    submission(bureau, "4", **REPLIED, **DISSATISFIED)
    submission(bureau, "5", role="co", opinion_sent_on=date(2024, 4, 1))
    submission(bureau, "6")  # not answered
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    rate = found["oversight.satisfaction"]
    assert (rate.value, rate.numerator, rate.denominator) == (Decimal(50), Decimal(2), Decimal(4))
    assert found["oversight.heard"].value == 3
    assert found["oversight.no_feedback"].value == 1
    assert found["oversight.answered.suggestion"].value == 3
    assert found["oversight.answered.proposal"].value == 1
    assert _broken(bureau) == []


def test_a_second_feedback_takes_the_first_ones_place_and_the_first_stays_counted(
    bureau: Bureau,
) -> None:
    unhappy = {**REPLIED, **DISSATISFIED, "replied_again_on": date(2024, 7, 1)}
    submission(
        bureau, "1", **unhappy, feedback_again_on=date(2024, 7, 8), feedback_again="satisfied"
    )
    submission(bureau, "2", **unhappy)
    submission(bureau, "3", **REPLIED, **DISSATISFIED)
    values = _values(bureau)
    assert values["oversight.satisfied"] == 1
    assert values["oversight.dissatisfied"] == 2
    assert values["oversight.rehandle_owed"] == 3
    assert values["oversight.rehandled"] == 2
    assert _broken(bureau) == []


def test_a_feedback_of_the_next_year_belongs_to_the_year_of_the_reply(bureau: Bureau) -> None:
    december = {**REPLIED, "replied_on": date(2024, 12, 27)}
    submission(
        bureau,
        "1",
        assigned_on=date(2024, 10, 8),
        **december,
        feedback_on=date(2025, 1, 6),
        feedback="satisfied",
    )
    assert _values(bureau)["oversight.satisfied"] == 1
    assert _values(bureau, 2025)["oversight.satisfied"] == 0


def test_without_answers_satisfaction_is_undefined_and_unclosed_is_missing() -> None:
    bureau = make_bureau()
    submission(bureau, "1")
    scope = Scope(bureau.agency.pk, 2024)
    unclosed = facts(scope, KEYS)
    assert unclosed["oversight.suggestions"].status == Status.MISSING
    assert unclosed["oversight.supervision"].status == Status.MISSING
    bureau.close_all(2024)
    found = facts(scope, KEYS)
    assert found["oversight.satisfaction"].status == Status.UNDEFINED
    supervision = found["oversight.supervision"]
    assert supervision.status == Status.VALUE
    assert supervision.value == 0


def test_on_time_is_by_each_bodys_term_and_longer_when_extended(bureau: Bureau) -> None:
    last, day_after = date(2024, 6, 4), date(2024, 6, 5)
    extended = {"extended_on": date(2024, 5, 20)}
    submission(bureau, "1", **{**REPLIED, "replied_on": last})
    submission(bureau, "2", **{**REPLIED, "replied_on": day_after})
    submission(bureau, "3", **{**REPLIED, "replied_on": last}, body="proposal")
    submission(bureau, "4", **{**REPLIED, "replied_on": day_after}, body="proposal")
    submission(bureau, "5", **{**REPLIED, "replied_on": date(2024, 9, 4)}, **extended)
    submission(
        bureau, "6", **{**REPLIED, "replied_on": date(2024, 9, 5)}, **extended, body="proposal"
    )
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    rate = found["oversight.answered.rate"]
    assert (rate.numerator, rate.denominator) == (Decimal(3), Decimal(6))


def test_only_a_contact_before_the_reply_counts(bureau: Bureau) -> None:
    for number, day in (("1", 29), ("2", 30), ("3", 31)):
        submission(bureau, number, **REPLIED, contacted_on=date(2024, 5, day))
    submission(bureau, "4", **REPLIED)
    values = _values(bureau)
    assert values["oversight.answered.contacted"] == 2
    assert values["oversight.answered.contacted.rate"] == 50


def test_where_contacts_are_lines_they_count_and_not_the_day_the_step_told(bureau: Bureau) -> None:
    for number, told, met in (("1", 31, 29), ("2", 29, 31), ("3", 29, None)):
        made = submission(bureau, number, **REPLIED, contacted_on=date(2024, 5, told))
        if met is not None:
            bureau.confirmed(
                Contact, submission=made, title="沟通", met_on=date(2024, 5, met),
                means="telephone", content="交换意见",
            )  # fmt: skip
    assert _values(bureau)["oversight.answered.contacted"] == 2


def test_what_is_carried_out_is_carried_into_the_next_year(bureau: Bureau) -> None:
    first = date(2025, 1, 1)
    autumn = {"assigned_on": date(2024, 11, 4)}
    # Answered on 1 January, it was open when the old year ended and when the new one began.
    submission(bureau, "1", **autumn, **{**REPLIED, "replied_on": first})
    submission(bureau, "2", **autumn, **{**REPLIED, "replied_on": date(2024, 12, 31)})
    submission(bureau, "3", **autumn)
    submission(bureau, "4", **autumn, role="co")
    submission(bureau, "5", assigned_on=first)
    this, following = _values(bureau), _values(bureau, 2025)
    assert (this["oversight.carried_in"], this["oversight.carried_out"]) == (0, 2)
    assert (following["oversight.carried_in"], following["oversight.carried_out"]) == (2, 2)
    assert _broken(bureau) == []
    assert _broken(bureau, 2025) == []


def test_a_reply_is_published_withheld_for_a_reason_or_neither(bureau: Bureau) -> None:
    submission(bureau, "1", **REPLIED, reply_published_on=date(2025, 1, 6))
    submission(bureau, "2", **REPLIED, not_public_reason="涉及商业秘密")
    submission(bureau, "3", **REPLIED)
    submission(bureau, "4", not_public_reason="涉及商业秘密")  # not answered
    # Found secret and published all the same: it is out, whatever the reason said.
    secret = {"not_public_reason": "涉及商业秘密", "reply_published_on": date(2025, 1, 6)}
    submission(bureau, "5", **REPLIED, **secret)
    values = _values(bureau)
    names = ("published", "withheld", "unpublished")
    assert [values[f"oversight.answered.{name}"] for name in names] == [2, 1, 1]
    assert values["oversight.replies_published"] == 0
    assert _values(bureau, 2025)["oversight.replies_published"] == 2
    assert _broken(bureau) == []


def test_opinions_count_in_the_year_they_were_sent_and_only_of_co_handled_ones(
    bureau: Bureau,
) -> None:
    last = date(2024, 5, 4)  # two months on
    submission(bureau, "1", role="co", opinion_sent_on=last)
    submission(bureau, "2", role="co", opinion_sent_on=date(2024, 5, 6), body="proposal")
    submission(bureau, "3", role="co", opinion_sent_on=last, body="proposal")
    submission(bureau, "4", role="co")
    submission(bureau, "6", opinion_sent_on=last)  # the bureau leads it itself
    submission(
        bureau, "5", role="co", assigned_on=date(2023, 12, 4), opinion_sent_on=date(2024, 1, 4)
    )
    values = _values(bureau)
    assert values["oversight.opinions_sent"] == 4
    assert values["oversight.opinions_sent.on_time"] == 3
    assert values["oversight.opinions_sent.rate"] == 75


def test_supervision_is_counted_by_kind_and_by_what_came_of_it(bureau: Bureau) -> None:
    _act(bureau, "inspection", opinions="拓宽资金渠道", followed_up_on=date(2024, 9, 2))
    _act(bureau, "work_report", opinions="完善配套政策")
    # Nothing was asked for: its report is no follow-up of opinions.
    _act(bureau, "law_check", followed_up_on=date(2024, 9, 2))
    values = _values(bureau)
    assert values["oversight.supervision"] == 3
    assert values["oversight.supervision.inspection"] == 1
    assert values["oversight.supervision.inquiry"] == 0
    assert values["oversight.supervision.with_opinions"] == 2
    assert values["oversight.supervision.followed_up"] == 1
    assert _broken(bureau) == []


def test_remarks_are_answered_on_time_and_closed(bureau: Bureau) -> None:
    remarked(bureau, "关于招标", answered_on=date(2024, 4, 23), closed_on=date(2024, 4, 30))
    remarked(bureau, "关于采购", answered_on=date(2024, 4, 24))
    remarked(bureau, "关于评审")
    values = _values(bureau)
    names = ("", ".answered", ".on_time", ".closed")
    assert [values[f"oversight.remarks{name}"] for name in names] == [3, 2, 1, 1]


def test_a_voided_submission_counts_nowhere(bureau: Bureau) -> None:
    made = submission(bureau, "1", **REPLIED, **HEARD)
    assert _values(bureau)["oversight.satisfied"] == 1
    void(made, by=bureau.persons["legal_second"], reason="重复登记")
    assert {key: value for key, value in _values(bureau).items() if value} == {}


def test_what_was_assigned_to_another_is_counted_nowhere_but_as_such(bureau: Bureau) -> None:
    submission(bureau, "1")
    submission(bureau, "2", disputed_on=date(2024, 3, 11))
    submission(bureau, "3", disputed_on=date(2024, 3, 11), reassigned_on=date(2024, 3, 22))
    values = _values(bureau)
    assert values["oversight.suggestions"] == values["oversight.suggestions.lead"] == 2
    assert values["oversight.carried_out"] == 2
    assert values["oversight.reassigned"] == 1
    assert _broken(bureau) == []
