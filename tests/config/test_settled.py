"""The server's start is kept out of the search for rubbish; what pages leave is still found."""

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest

from zhunsheng.config.settled import settle


@pytest.fixture
def settled() -> Iterator[None]:
    settle()
    yield
    gc.unfreeze()


class Left:
    """Something that holds itself, which only a search finds."""

    def __init__(self) -> None:
        self.own = self


def test_what_stands_at_the_start_is_not_looked_through(settled: None) -> None:
    assert "zhunsheng.desk.views.workbench" in sys.modules
    assert gc.get_freeze_count() > len(gc.get_objects())


def test_what_a_page_leaves_is_still_found(settled: None) -> None:
    left = weakref.ref(Left())
    gc.collect()
    assert left() is None
