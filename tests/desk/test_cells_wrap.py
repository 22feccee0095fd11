"""What of a table's row stays on one line, so that on a narrow screen every column is in sight."""

from tests.desk.people import People
from zhunsheng.desk.show import cells


def test_a_long_number_may_take_two_lines_and_a_date_or_a_short_name_may_not(
    people: People,
) -> None:
    row = people.request(number="依申请〔2024〕3号", applicant="company")
    number, applicant, day = cells(row, ("number", "applicant", "received_on"))
    assert (number.nowrap, applicant.nowrap, day.nowrap) == (False, True, True)
    row.number = "3号"
    assert cells(row, ("number",))[0].nowrap
