"""Contacts entered one by one leave nothing to the step's single day."""

from datetime import date

import pytest

from zhunsheng.kernel.testing import Bureau, make_bureau, void
from zhunsheng.regimes.oversight.models import Contact, Submission
from zhunsheng.regimes.oversight.procedure import HANDLING
from zhunsheng.regimes.oversight.tests.rows import submission


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


@pytest.mark.django_db
def test_the_single_day_of_a_contact_is_offered_only_where_it_decides(bureau: Bureau) -> None:
    def offered(row_: Submission) -> bool:
        return "contact" in {t.key for t in HANDLING.offered_to(row_)}

    made = submission(bureau, "1")
    assert offered(made)
    line = bureau.confirmed(
        Contact, submission=made, title="走访座谈", met_on=date(2024, 3, 20), means="visit",
        content="就支持方式交换意见",
    )  # fmt: skip
    assert not offered(made)
    assert "contact" in {t.key for t in HANDLING.open_to(made)}  # an import may still tell it
    void(line, by=bureau.persons["legal_second"], reason="重复登记")
    assert offered(made)
    assert not offered(submission(bureau, "2", role="co"))
