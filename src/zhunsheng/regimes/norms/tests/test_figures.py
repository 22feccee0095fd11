"""Every figure on a small year worked out by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    Scope,
    Status,
    check_identities,
    facts,
    make_bureau,
    void,
)
from zhunsheng.regimes.norms.models import Cleanup, CleanupConclusion, NormativeDocument
from zhunsheng.regimes.norms.regime import REGIME
from zhunsheng.regimes.norms.tests.rows import REQUIRED

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())
DECIDED = date(2024, 11, 18)
_MARCH = {
    "market_related": True,
    "comment_from": date(2024, 1, 8),
    "comment_to": date(2024, 2, 8),
    "comments_received": 12,
    "comments_adopted": 5,
    "fair_competition_on": date(2024, 2, 19),
    "examination_from": date(2024, 2, 20),
    "examined_on": date(2024, 2, 28),
    "published_on": date(2024, 3, 15),
    "filed_on": date(2024, 3, 25),
}
_JUNE = {
    "issuing": "joint_lead",
    "market_related": True,
    "comment_from": date(2024, 5, 6),
    "comment_to": date(2024, 5, 20),
    "comments_received": 3,
    "comments_adopted": 0,
    "comment_short_reason": "上级政策要求当月施行",
    "published_on": date(2024, 6, 12),
}
_SEPTEMBER = {
    "affects_rights": True,
    "comment_from": date(2024, 8, 12),
    "comment_to": date(2024, 8, 16),
    # 24 September is the fifteenth working day: the 25th is late.
    "examination_from": date(2024, 9, 2),
    "examined_on": date(2024, 9, 25),
    "published_on": date(2024, 9, 26),
    "filed_on": date(2024, 10, 12),
}


def _document(bureau: Bureau, title: str, **values: Any) -> NormativeDocument:
    return bureau.confirmed(NormativeDocument, title=title, **{**REQUIRED, **values})


def _irregular(row: NormativeDocument, rule: str, kind: str) -> None:
    texts = dict.fromkeys(("citation_zh", "citation_en", "zh", "en"), "…")
    Irregularity.objects.create(item_id=row.pk, rule=rule, kind=kind, at=row.recorded_at, **texts)


def _made(bureau: Bureau) -> None:
    """Three made: March (lawful), June (reasoned, not examined), September (comment too short)."""
    _document(bureau, "三月制定", **_MARCH)
    june = _document(bureau, "六月制定", **_JUNE)
    _irregular(june, "norms.market_comment_period", "reasoned")
    _irregular(june, "norms.legality_examination", "irregular")
    september = _document(bureau, "九月制定", **_SEPTEMBER)
    _irregular(september, "norms.comment_period", "reasoned")


def _others(bureau: Bureau) -> None:
    """Rows that must not count as the bureau's, or not in this year."""
    published: dict[str, Any] = {"published_on": date(2024, 5, 7), "affects_rights": True}
    _document(bureau, "内部制度", normative=False, **published)
    _document(bureau, "参与联合制定", issuing="joint", **published)
    _document(bureau, "代市政府起草", issuing="for_government", **published)
    _document(bureau, "次年制定", published_on=date(2025, 1, 2))
    _document(
        bureau,
        "上年已废止",
        published_on=date(2010, 5, 4),
        ended_on=date(2023, 12, 29),
        ended_how="repealed",
    )
    bureau.put(NormativeDocument, title="未确认", **REQUIRED, published_on=date(2024, 4, 8))
    mistaken = _document(bureau, "登记错误", published_on=date(2024, 4, 9))
    void(mistaken, by=bureau.persons["legal_second"], reason="重复登记")


def _old(bureau: Bureau) -> dict[str, NormativeDocument]:
    """Five in force at the start: one kept, one unhandled, one of each kind of end."""
    ends: dict[str, dict[str, Any]] = {
        "kept": {},
        "unhandled": {"valid_until": date(2024, 8, 31)},
        "repealed": {"ended_on": DECIDED, "ended_how": "repealed"},
        # The first day of the year is already not in force; the year before it still was.
        "declared_invalid": {"ended_on": date(2024, 1, 1), "ended_how": "declared_invalid"},
        "expired": {
            "valid_until": date(2024, 12, 31),
            "ended_on": date(2024, 12, 31),
            "ended_how": "expired",
        },
    }
    return {
        name: _document(bureau, name, published_on=date(2015, 5, 4 + n), **values)
        for n, (name, values) in enumerate(ends.items())
    }


def _cleanup(bureau: Bureau, old: dict[str, NormativeDocument]) -> None:
    cleanup = bureau.confirmed(
        Cleanup,
        cut_off_on=date(2024, 9, 30),
        scope_note="现行有效文件",
        decided_on=DECIDED,
        published_on=date(2024, 11, 25),
    )
    for name, conclusion in (
        ("kept", "kept"),
        ("unhandled", "amended"),
        ("repealed", "repealed"),
        ("declared_invalid", "declared_invalid"),
    ):
        bureau.confirmed(
            CleanupConclusion,
            cleanup=cleanup,
            document=old[name],
            conclusion=conclusion,
            reason="情况变化",
            decided_on=DECIDED,
        )


@pytest.fixture
def year() -> Bureau:
    bureau = make_bureau()
    _made(bureau)
    _others(bureau)
    _cleanup(bureau, _old(bureau))
    bureau.close_all(2024)
    return bureau


BY_HAND = {
    "norms.interpretations": 0,
    "norms.interpretations.text": 0,
    "norms.interpretations.pictures": 0,
    "norms.interpretations.questions": 0,
    "norms.interpretations.briefing": 0,
    "norms.interpreted": 0,
    "norms.interpreted.same_time": 0,
    "norms.countersigned": 0,
    "norms.countersigned.on_time": 0,
    "norms.in_force.start": 5,
    "norms.made": 3,
    "norms.repealed": 1,
    "norms.declared_invalid": 1,
    "norms.expired": 1,
    "norms.in_force.end": 5,
    "norms.ended": 3,
    "norms.ended.published": 0,
    "norms.amended": 0,
    "norms.amendments": 0,
    "norms.amendments.entered": 0,
    "norms.joint": 1,
    "norms.for_government": 1,
    "norms.comment_owed": 3,
    "norms.comment_lawful": 2,
    "norms.comment_lawful.rate": Decimal("66.67"),
    "norms.comment_shortened": 1,
    "norms.comments.received": 15,
    "norms.comments.adopted": 5,
    "norms.market_related": 2,
    "norms.competition_reviewed": 1,
    "norms.competition_reviewed.rate": 50,
    "norms.made.examined": 2,
    "norms.made.examined.rate": Decimal("66.67"),
    "norms.examined": 2,
    "norms.examined.on_time": 1,
    "norms.filed": 2,
    "norms.filed.on_time": 1,
    "norms.filed.rate": 50,
    "norms.made.filed": 2,
    "norms.made.filed.rate": Decimal("66.67"),
    "norms.validity.ending": 2,
    "norms.validity.unhandled": 1,
    "norms.incidental": 0,
    "norms.incidental.replied": 0,
    "norms.incidental.on_time": 0,
    "norms.incidental.found": 0,
    "norms.incidental.found.lawful": 0,
    "norms.incidental.found.unlawful": 0,
    "norms.cleanup.scope": 4,
    "norms.cleanup.kept": 1,
    "norms.cleanup.amended": 1,
    "norms.cleanup.repealed": 1,
    "norms.cleanup.declared_invalid": 1,
    "norms.cleanup.carried_out": 2,
    "norms.cleanup.amended.done": 0,
    "norms.cleanups": 1,
    "norms.cleanups.published": 1,
    "norms.cleanups.dated_alike": 1,
}


def test_every_figure_is_what_a_hand_counts(year: Bureau) -> None:
    found = facts(Scope(year.agency.pk, 2024), KEYS)
    assert {key: fact.value for key, fact in found.items()} == BY_HAND


def test_identities_hold(year: Bureau) -> None:
    found = facts(Scope(year.agency.pk, 2024), KEYS)
    checked = {c.key: c for c in check_identities(found)}
    assert {key: c.holds for key, c in checked.items()} == {
        "norms.in_force": True,
        "norms.amendments.entered": True,
        "norms.cleanup.scope=parts": True,
        "norms.incidental.found=parts": True,
        "norms.cleanup.carried_out": True,
        "norms.cleanups.dated_alike": True,
        "norms.interpretations=parts": True,
    }
    assert checked["norms.in_force"].arithmetic == "5 = 5 + 3 − 1 − 1 − 1"


def test_the_next_year_begins_with_what_this_one_ended_with(year: Bureau) -> None:
    year.close_all(2025)
    key = "norms.in_force"
    this = facts(Scope(year.agency.pk, 2024), [f"{key}.end"])[f"{key}.end"]
    following = facts(Scope(year.agency.pk, 2025), [f"{key}.start"])[f"{key}.start"]
    assert this.value == following.value == 5


def test_a_conclusion_that_was_not_carried_out_breaks_an_identity(year: Bureau) -> None:
    cleanup = Cleanup.objects.get()
    year.confirmed(
        CleanupConclusion,
        cleanup=cleanup,
        document=NormativeDocument.objects.get(title="三月制定"),
        conclusion="repealed",
        reason="情况变化",
        decided_on=date(2024, 11, 19),
    )
    found = facts(Scope(year.agency.pk, 2024), KEYS)
    holds = {c.key: c.holds for c in check_identities(found)}
    assert holds["norms.cleanup.carried_out"] is False
    assert holds["norms.cleanups.dated_alike"] is False
    assert holds["norms.in_force"] is True


def test_without_documents_counts_are_zero_and_rates_undefined() -> None:
    bureau = make_bureau()
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    rates = {key for key in KEYS if key.endswith(".rate")}
    assert {found[key].status for key in rates} == {Status.UNDEFINED}
    assert {found[key].value for key in set(KEYS) - rates} == {0}


def test_until_the_legal_division_closes_them_figures_are_missing() -> None:
    bureau = make_bureau()
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    assert {fact.status for fact in found.values()} == {Status.MISSING}
    assert found["norms.cleanup.kept"].missing_from == ("政策法规科",)


def test_every_figure_has_both_names_and_every_whole_counts_by_a_date() -> None:
    for figure in REGIME.all_figures():
        assert figure.zh
        assert figure.en
        assert figure.unit in {"件", "条", "次", "篇", "%"}
