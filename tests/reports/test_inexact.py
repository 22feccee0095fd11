"""How a figure may be shown inexactly: what is shown is never untrue."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.audit.parse.mentions import extract
from zhunsheng.reports.inexact import ABOUT, MORE, NEARLY, POLICIES, InexactRefusedError, shown

WHOLE = st.integers(min_value=1, max_value=10**9)


def words(value: int | str, policy: str) -> str:
    return "".join(shown(Decimal(value), policy))


@pytest.mark.parametrize(
    ("value", "policy", "text"),
    [
        (734, MORE, "700余"),
        (1046, MORE, "1000余"),
        (13, MORE, "10余"),
        (97, NEARLY, "近100"),
        (9, NEARLY, "近10"),
        (480, NEARLY, "近500"),
        (3012, ABOUT, "约3000"),
        (2950, ABOUT, "约3000"),
        (734, ABOUT, "约730"),
    ],
)
def test_a_figure_is_shown_inexactly(value: int, policy: str, text: str) -> None:
    assert words(value, policy) == text


@pytest.mark.parametrize(
    ("value", "policy"),
    [
        (700, MORE),  # nothing is cut
        (7, MORE),
        (85, NEARLY),  # as near to 80 as to 90
        (101, NEARLY),
        (8, NEARLY),
        (100, NEARLY),
        (3000, ABOUT),  # exact already
        (14, ABOUT),  # no round number within two per cent
        (0, MORE),
        (-5, NEARLY),
        ("48.5", ABOUT),
        (734, "多"),  # no such policy
    ],
)
def test_what_would_be_untrue_is_refused_in_both_languages(value: int | str, policy: str) -> None:
    with pytest.raises(InexactRefusedError) as refusal:
        words(value, policy)
    assert "请改用准确数" in refusal.value.zh  # use the exact figure
    assert "show it exactly" in refusal.value.en
    assert str(value) in refusal.value.zh


@given(WHOLE)
def test_more_than_is_a_smaller_number_with_the_same_first_digit(value: int) -> None:
    try:
        digits = int(words(value, MORE).removesuffix(MORE))
    except InexactRefusedError:
        assert value < 10 or set(str(value)[1:]) <= {"0"}
        return
    assert digits < value
    assert str(digits)[0] == str(value)[0]
    assert len(str(digits)) == len(str(value))
    assert set(str(digits)[1:]) == {"0"}


@given(WHOLE)
def test_nearly_is_a_greater_number_of_which_nine_tenths_are_reached(value: int) -> None:
    try:
        target = int(words(value, NEARLY).removeprefix(NEARLY))
    except InexactRefusedError:
        return
    assert value < target
    assert value * 10 >= target * 9
    assert len(str(target).rstrip("0")) == 1


@given(WHOLE)
def test_about_is_within_two_per_cent(value: int) -> None:
    try:
        target = int(words(value, ABOUT).removeprefix(ABOUT))
    except InexactRefusedError:
        return
    assert target != value
    assert abs(target - value) * 100 <= 2 * value


@given(WHOLE, st.sampled_from(POLICIES))
def test_the_audit_reads_what_is_shown_as_bounds_around_the_figure(value: int, policy: str) -> None:
    try:
        text = words(value, policy)
    except InexactRefusedError:
        return
    (mention,) = extract(f"共办理{text}件。")  # handled so many
    assert mention.lower <= value <= mention.upper
