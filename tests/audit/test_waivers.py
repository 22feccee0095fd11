"""A finding accepted is listed as accepted: never hidden, never for longer than said."""

from datetime import date

import pytest

from zhunsheng.audit import Waiver, audit
from zhunsheng.audit.render import as_json
from zhunsheng.audit.terminal import as_text

TEXT = "全年共收到代表建议5件，其中主办2件、协办4件。另收到政协提案9件，其中主办3件、协办7件。"


def waiver(*, code: str = "REL001", text: str = "", until: date | None = None) -> Waiver:
    return Waiver(code, text, "法规科", "待核实", until, date(2025, 1, 10))


def test_without_a_waiver_both_are_findings() -> None:
    assert [f.code for f in audit(TEXT, document=False).findings] == ["REL001", "REL001"]


def test_a_waiver_without_a_text_accepts_every_finding_of_its_code() -> None:
    result = audit(TEXT, document=False, waivers=[waiver()])
    assert result.findings == ()
    assert len(result.waived) == 2


def test_a_waiver_with_a_text_accepts_only_what_it_points_at() -> None:
    result = audit(TEXT, document=False, waivers=[waiver(text="9件")])
    assert [f.arithmetic for f in result.findings] == ["5 ≠ 2 + 4 = 6"]
    assert [f.arithmetic for f, _ in result.waived] == ["9 ≠ 3 + 7 = 10"]


def test_a_waiver_of_another_code_accepts_nothing() -> None:
    result = audit(TEXT, document=False, waivers=[waiver(code="REP001")])
    assert len(result.findings) == 2
    assert result.waived == ()


@pytest.mark.parametrize(
    ("today", "accepted"), [(date(2025, 3, 1), 2), (date(2025, 3, 2), 0), (None, 2)]
)
def test_a_waiver_ends_after_its_last_day(today: date | None, accepted: int) -> None:
    limited = waiver(until=date(2025, 3, 1))
    result = audit(TEXT, document=False, waivers=[limited], today=today)
    assert len(result.waived) == accepted
    assert len(result.findings) == 2 - accepted


def test_what_was_waived_is_printed_with_who_and_why() -> None:
    result = audit(TEXT, document=False, waivers=[waiver()])
    printed = as_text("a.txt", TEXT, result)
    assert printed.count("法规科：待核实") == 2
    told = as_json("a.txt", result)["waived"]
    assert isinstance(told, list)
    assert [(w["who"], w["reason"]) for w in told] == [("法规科", "待核实")] * 2


def test_figures_of_a_waived_finding_count_as_checked() -> None:
    result = audit(TEXT, document=False, waivers=[waiver()])
    assert result.coverage.unchecked == ()
