"""An edition of a small year, issued, and how it comes before the public and goes again."""

from collections.abc import Callable

import pytest

from tests.reports.desk import issued, small_year
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.models import Edition
from zhunsheng.reports.publish import publish
from zhunsheng.reports.withdraw import withdraw


@pytest.fixture
def bureau(db: None) -> Bureau:
    return small_year()


@pytest.fixture
def edition(bureau: Bureau) -> Edition:
    """Issued and not yet published."""
    return issued(bureau)


@pytest.fixture
def show(bureau: Bureau, edition: Edition) -> Callable[[], Edition]:
    """Publishes the edition."""

    def act() -> Edition:
        office, reviewer = bureau.persons["office"], bureau.persons["legal_officer"]
        publish(edition, by=office, reviewed_by=reviewer, note="不涉密，可以公开")
        return edition

    return act


@pytest.fixture
def hide(bureau: Bureau, edition: Edition) -> Callable[[str], None]:
    """Withdraws the edition with this reason."""

    def act(reason: str) -> None:
        withdraw(edition, by=bureau.persons["office"], reason=reason)

    return act
