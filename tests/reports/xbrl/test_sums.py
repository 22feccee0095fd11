"""Identities as sums: each declared one can be told to XBRL, and says the same thing."""

from decimal import Decimal

import pytest

from zhunsheng.kernel.figure.definition import Identity
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.xbrl.sums import as_sum, total_of


def identity(left: str, right: str, *, less: str = "", right_less: str = "") -> Identity:
    sides = [tuple(side.split()) for side in (left, right, less, right_less)]
    return Identity("x", "甲", "a", sides[0], sides[1], sides[2], sides[3])


def terms(of: Identity) -> tuple[str, dict[str, int]] | None:
    found = as_sum(of)
    return (found.total, dict(found.terms)) if found else None


@pytest.mark.parametrize(
    ("given", "total", "weights"),
    [
        (identity("all", "a b"), "all", {"a": 1, "b": 1}),
        (identity("end", "start made", right_less="ended"), "end",
         {"start": 1, "made": 1, "ended": -1}),
        (identity("a b", "all"), "all", {"a": 1, "b": 1}),
        (identity("new old", "done left"), "new", {"done": 1, "left": 1, "old": -1}),
        (identity("a b", "all", less="c c"), "all", {"a": 1, "b": 1, "c": -2}),
    ],
)  # fmt: skip
def test_an_identity_is_solved_for_one_figure(
    given: Identity, total: str, weights: dict[str, int]
) -> None:
    assert terms(given) == (total, weights)


def test_what_stands_on_both_sides_falls_out() -> None:
    assert terms(identity("all a", "b c a")) == ("all", {"b": 1, "c": 1})


def test_an_identity_in_which_no_figure_stands_once_is_no_sum() -> None:
    assert terms(identity("a a", "b b")) is None


def test_a_total_that_counts_a_part_twice_weighs_it_twice() -> None:
    assert dict(total_of("all", ("a", "b", "a"), zh="甲", en="a").terms) == {"a": 2, "b": 1}


@pytest.mark.parametrize("one", registry().identities(), ids=lambda one: one.key)
def test_every_declared_identity_is_a_sum_of_one_unit(one: Identity) -> None:
    found = as_sum(one)
    assert found is not None
    figures = registry().figures()
    assert len({figures[key].unit for key in (found.total, *dict(found.terms))}) == 1


@pytest.mark.parametrize("one", registry().identities(), ids=lambda one: one.key)
def test_the_sum_breaks_by_as_much_as_the_identity(one: Identity) -> None:
    found = as_sum(one)
    assert found is not None
    keys = (*one.left, *one.left_minus, *one.right, *one.right_minus)
    values = {key: Decimal(7 * place * place) for place, key in enumerate(dict.fromkeys(keys), 1)}
    told = values[found.total] - sum(weight * values[key] for key, weight in found.terms)
    left = sum(values[k] for k in one.left) - sum(values[k] for k in one.left_minus)
    right = sum(values[k] for k in one.right) - sum(values[k] for k in one.right_minus)
    assert abs(told) == abs(left - right)
