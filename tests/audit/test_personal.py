"""Numbers of persons are told from others by their check digits; the examples are published."""

import pytest

from zhunsheng.audit.personal import bank_card, credit_code, identity_number


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_examples_of_gb_11643_are_identity_numbers(number: str) -> None:
    assert identity_number(number)


@pytest.mark.parametrize("place", range(17))
def test_one_wrong_digit_makes_no_identity_number(place: int) -> None:
    right = "11010519491231002X"
    wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
    assert not identity_number(wrong)


def test_a_day_that_never_was_makes_no_identity_number() -> None:
    assert not identity_number("110105194902310020")


@pytest.mark.parametrize("code", ["91350100M000100Y43", "9144030071526726XG"])
def test_credit_codes_hold_their_check_digit(code: str) -> None:
    """The first is the example of GB 32100."""
    assert credit_code(code)
    swapped = code[:8] + code[9] + code[8] + code[10:]
    assert not credit_code(swapped) or code[8] == code[9]


def test_a_card_number_holds_its_check_digit() -> None:
    """4111… is the test number of ISO/IEC 7812 that every maker of terminals prints."""
    assert bank_card("4111111111111111")
    assert bank_card("4111 1111 1111 1111")
    assert not bank_card("4111111111111112")
