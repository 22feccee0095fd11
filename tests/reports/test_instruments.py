"""An instrument the bureau keeps in its own register is not called unknown in its report."""

from datetime import date

import pytest

from tests.reports import desk
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.instruments import kept_instruments
from zhunsheng.reports.review import review

pytestmark = pytest.mark.django_db
TITLE = "澜川市科技创新券管理办法（试行）"  # measures for innovation vouchers, on trial


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


def keep(bureau: Bureau, *, number: str = "澜科规〔2024〕9号", title: str = TITLE) -> None:
    flags = {"normative": True, "affects_rights": False, "market_related": False}
    dated = {"published_on": date(2024, 6, 3), "issuing": "solo"}
    bureau.confirmed(
        NormativeDocument, division="legal", title=title, number=number, **flags, **dated
    )


def remarks(bureau: Bureau, cited: str) -> list[str]:
    report = desk.written(bureau)
    edit_part(report, "other", f"施行《{cited}》。", by=bureau.persons["legal_officer"])
    return [f.code for f in review(report).audit.remarks]


def test_a_title_in_no_register_is_remarked_upon(bureau: Bureau) -> None:
    assert "NAM003" in remarks(bureau, TITLE)


def test_a_title_of_the_bureau_s_own_register_is_known(bureau: Bureau) -> None:
    keep(bureau)
    assert "NAM003" not in remarks(bureau, TITLE)


def test_brackets_of_either_width_name_the_same_instrument(bureau: Bureau) -> None:
    keep(bureau)
    narrow = TITLE.replace("（", "(").replace("）", ")")
    assert "NAM003" not in remarks(bureau, narrow)


def test_a_title_that_differs_by_a_character_is_still_remarked_upon(bureau: Bureau) -> None:
    keep(bureau)
    assert "NAM003" in remarks(bureau, TITLE.replace("管理", "使用"))  # of use, not of management


def test_a_draft_that_bears_no_number_yet_is_no_instrument(bureau: Bureau) -> None:
    keep(bureau, number="")
    scope = Scope(bureau.agency.pk, desk.YEAR)
    assert kept_instruments(f"《{TITLE}》", scope) == frozenset()


def test_a_text_that_cites_nothing_asks_nothing(
    bureau: Bureau, django_assert_num_queries: object
) -> None:
    scope = Scope(bureau.agency.pk, desk.YEAR)
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert kept_instruments("全年制定文件。", scope) == frozenset()
