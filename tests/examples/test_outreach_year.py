"""The model year of outreach: its rate, and what nothing was done for."""

from decimal import Decimal

import pytest

from tests.examples import model_year
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.link.join import has_role, link
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.disclosure.models import Publication
from zhunsheng.regimes.outreach.models import OnlineItem

pytestmark = pytest.mark.django_db


def test_eight_of_nine_items_were_done_and_the_ninth_is_named() -> None:
    agency = model_year.load_all()
    scope = Scope(agency.pk, 2024)
    rate = facts(scope, ["outreach.list_items.rate"])["outreach.list_items.rate"]
    assert (rate.numerator, rate.denominator) == (Decimal(8), Decimal(9))
    idle = rows_of(registry().figures()["outreach.list_items.idle"], scope)
    assert [row.title for row in idle] == ["生物安全法和人类遗传资源管理条例"]


def test_an_article_that_was_published_is_linked_to_its_publication() -> None:
    model_year.load_all()
    article = OnlineItem.objects.get(title="一图读懂促进科技成果转化法")
    published = Publication.objects.filter(published_on__isnull=False).order_by("pk")[0]
    assert not has_role(article, "publication")
    link(published, "publication", article, by=Person.objects.get(username="guwen"))
    assert has_role(article, "publication")
