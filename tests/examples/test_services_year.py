"""The model year of services: each rate with both its numbers, applications spread unevenly."""

from collections import Counter
from decimal import Decimal

import pytest

from tests.examples import model_year
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.evidence.models import EXPORT, Evidence
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.services.models import Application
from zhunsheng.reports.evidence_pack.gather import gather, readable
from zhunsheng.reports.evidence_pack.select import of_regime

pytestmark = pytest.mark.django_db
RATES = {
    "services.statutory.rate": (734, 734),
    "services.promised.rate": (729, 734),
    "services.satisfaction": (369, 371),
    "services.items.online.rate": (26, 27),
    "services.items.no_visit.rate": (21, 27),
    "emergency.hazards.rate": (13, 14),
    "emergency.hazards.on_time.rate": (12, 13),
    "emergency.drills.evaluated.rate": (8, 9),
}


def test_each_rate_has_its_numbers_and_each_item_its_applications() -> None:
    agency = model_year.load_all()
    scope = Scope(agency.pk, 2024)
    found = facts(scope, RATES)
    assert {k: (f.numerator, f.denominator) for k, f in found.items() if k in RATES} == {
        k: (Decimal(a), Decimal(b)) for k, (a, b) in RATES.items()
    }
    decided = rows_of(registry().figures()["services.decided"], scope)
    asked = Application.objects.filter(pk__in=decided.values("pk"))
    spread = Counter(asked.values_list("service", flat=True))
    assert len(spread) == 27
    assert (min(spread.values()), max(spread.values())) == (1, 183)
    (hazard,) = rows_of(registry().figures()["emergency.hazards.open"], scope)
    assert hazard.title == "消防水泵控制柜老化"


def test_the_platforms_export_proves_every_application_and_the_pack_holds_it_once() -> None:
    agency = model_year.load_all()
    name = "办公室-政务服务平台办件导出.xlsx"
    proof = Evidence.objects.filter(kind=EXPORT)
    assert set(proof.values_list("file__name", flat=True)) == {name}
    kept = set(proof.values_list("item_id", flat=True))
    assert kept == set(Application.objects.values_list("pk", flat=True))
    found = gather(of_regime(agency, "services", 2024))
    (paper,) = found.papers
    data = (model_year.MODEL_YEAR / name).read_bytes()
    assert (paper.kind, paper.file.digest, readable(paper)) == (EXPORT, sm3(data), data)
    lacking = {one.what for one in found.lacking}
    assert lacking.isdisjoint(Application.objects.values_list("title", flat=True))
