"""A bureau, and a browser's session for each of its people."""

import pytest

from tests.desk.people import People
from zhunsheng.kernel.testing import make_bureau


@pytest.fixture
def people(db: None) -> People:
    """The bureau with its people, none of them signed in yet."""
    return People(make_bureau())
