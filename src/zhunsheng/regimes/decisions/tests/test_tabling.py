"""Two flags, two ways: a key matter meets no guard of Decree 713, a major decision all of them."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Irregularity
from zhunsheng.kernel.testing import (
    Bureau,
    Scope,
    StepRefusedError,
    Taking,
    check_identities,
    facts,
    make_bureau,
    take,
)
from zhunsheng.regimes.decisions.models import Matter
from zhunsheng.regimes.decisions.regime import REGIME

pytestmark = pytest.mark.django_db
DAY = date(2024, 9, 12)


def _matter(bureau: Bureau, title: str, **values: Any) -> Matter:
    given = {"major": True, "key_matter": False, "for_whom": "own", "opened_on": date(2024, 7, 1)}
    return bureau.confirmed(Matter, title=title, **{**given, **values})


def _refused(bureau: Bureau, row: Matter) -> set[str]:
    officer = bureau.persons["legal_officer"]
    with pytest.raises(StepRefusedError) as refusal:
        take(row, "table", Taking(by=officer, on=DAY))
    return {o.rule for o in refusal.value.objections}


def test_a_key_matter_is_tabled_without_comment_or_review() -> None:
    bureau = make_bureau()
    row = _matter(bureau, "拨付48万元", major=False, key_matter=True, key_kind="funds")
    take(row, "table", Taking(by=bureau.persons["legal_officer"], on=DAY))
    take(row, "decide", Taking(by=bureau.persons["principal"], on=DAY))
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), [f.key for f in REGIME.all_figures()])
    assert found["decisions.key_matters"].value == found["decisions.key_matters.funds"].value == 1
    assert found["decisions.major"].value == 0
    assert [c.key for c in check_identities(found) if not c.holds] == []


def test_what_binds_refuses_and_what_is_by_reference_takes_a_reason() -> None:
    bureau = make_bureau()
    city = _matter(bureau, "代市政府承办", for_whom="city_government")
    own = _matter(bureau, "本单位决策")
    wanting = _refused(bureau, city)
    assert {"decisions.legality_review", "decisions.public_participation"} <= wanting
    rules = _refused(bureau, own) - {"norms.fair_competition_review"}
    own = _matter(bureau, "本单位另一决策", no_competition_reason="不涉及经营主体")
    officer = bureau.persons["legal_officer"]
    reasons = dict.fromkeys(rules, "经研究确有必要")
    take(own, "table", Taking(by=officer, on=DAY, reasons=reasons, reasoned_by=officer))
    kinds = dict(Irregularity.objects.filter(item_id=own.pk).values_list("rule", "kind"))
    assert kinds["decisions.legality_review"] == "reasoned"
