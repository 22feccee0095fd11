"""A joint document the bureau leads: every co-issuer countersigns, the number is the leader's."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.procedure.perform import objections_to
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.regimes.norms import guards
from zhunsheng.regimes.norms.checks import CO_ISSUER_CHECKS
from zhunsheng.regimes.norms.models import CoIssuer, NormativeDocument
from zhunsheng.regimes.norms.tests.rows import REQUIRED, context, plain

SENT, SIGNED = date(2024, 9, 10), date(2024, 9, 20)
AGENCY = SimpleNamespace(document_mark="澜科")


class Lines(list[Any]):
    """The lines of a row outside the database."""

    def all(self) -> list[Any]:
        return self


def _led(*others: Any, **values: Any) -> Any:
    return plain(issuing="joint_lead", agency=AGENCY, co_issuers=Lines(others), **values)


def _other(organ: str, place: int, on: date | None, standing: str = "confirmed") -> Any:
    return SimpleNamespace(organ=organ, place=place, countersigned_on=on, standing=standing)


@pytest.mark.parametrize(
    ("others", "state", "said"),
    [
        ((), "failed", "没有登记联合制定单位"),
        ((_other("市财政局", 2, SENT),), "kept", ""),
        ((_other("市财政局", 2, date(2024, 9, 21)),), "failed", "市财政局尚未会签"),
        (
            (_other("市税务局", 3, None), _other("市财政局", 2, None)),
            "failed",
            "市财政局、市税务局尚未会签",
        ),
        ((_other("市财政局", 2, SENT), _other("市税务局", 3, None, "voided")), "kept", ""),
    ],
)
def test_it_is_signed_once_all_have_countersigned(
    others: tuple[Any, ...], state: str, said: str
) -> None:
    outcome = guards.COUNTERSIGNED.test(_led(*others), context(SIGNED))
    assert (outcome.state, outcome.zh) == (state, said)


@pytest.mark.parametrize(
    ("number", "state"),
    [("澜科规〔2024〕3号", "kept"), ("澜财规〔2024〕3号", "failed"), ("", "not_applicable")],
)
def test_the_number_is_the_leader_s(number: str, state: str) -> None:
    assert guards.LEADER_NUMBER.test(_led(number=number), context(SIGNED)).state == state


@pytest.mark.parametrize("guard", [guards.COUNTERSIGNED, guards.LEADER_NUMBER])
@pytest.mark.parametrize("issuing", ["own", "joint", "for_government"])
def test_a_document_the_bureau_does_not_lead_is_not_asked(guard: Any, issuing: str) -> None:
    row = plain(issuing=issuing, number="澜财规〔2024〕3号", agency=AGENCY)
    assert guard.test(row, context(SIGNED)).state == "not_applicable"


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({}, []),
        ({"document": SimpleNamespace(issuing="own")}, ["document"]),
        ({"place": 1}, ["place"]),
        ({"countersigned_on": SENT, "sent_on": None}, ["countersigned_on"]),
        ({"countersigned_on": date(2024, 9, 9)}, ["countersigned_on"]),
        ({"countersigned_on": SENT}, []),
    ],
)
def test_a_line_tells_one_story(values: dict[str, Any], fault: list[str]) -> None:
    right: dict[str, Any] = {
        "document": SimpleNamespace(issuing="joint_lead"), "document_id": 1, "place": 2,
        "sent_on": SENT, "countersigned_on": None,
    }  # fmt: skip
    row = SimpleNamespace(**(right | values))
    assert [check.field for check in CO_ISSUER_CHECKS if not check.holds(row)] == fault


@pytest.mark.django_db
def test_it_is_asked_where_the_document_is_signed_and_published() -> None:
    bureau = make_bureau()
    led = REQUIRED | {"issuing": "joint_lead", "tabled_on": SENT, "decided_on": SENT}
    row = bureau.confirmed(
        NormativeDocument, title="联合管理办法", number="澜财规〔2024〕3号", **led
    )
    for place, (organ, on) in enumerate((("市财政局", SENT), ("市税务局", None)), start=2):
        bureau.confirmed(
            CoIssuer, document=row, title=row.title, organ=organ, place=place, sent_on=SENT,
            countersigned_on=on,
        )  # fmt: skip
    asked = {o.rule: o for o in objections_to(row, "sign", SIGNED)}
    found = asked["norms.co_issuers"]
    assert (found.zh, found.blocks) == ("市税务局尚未会签", False)
    assert "未核实" in found.citation_zh
    asked = {o.rule: o for o in objections_to(row, "publish", SIGNED)}
    assert "澜财规〔2024〕3号" in asked["norms.joint_number"].zh
