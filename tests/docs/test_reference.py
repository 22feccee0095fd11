"""The reference pages say what the code declares, no more and no less."""

from pathlib import Path

from zhunsheng.audit.checks import all_checks
from zhunsheng.config.reference.__main__ import FOLDER, drifted, write


def test_no_page_has_drifted() -> None:
    assert drifted() == [], "make docs"


def test_every_check_has_its_page_with_both_kinds_of_example() -> None:
    for check in all_checks():
        page = (FOLDER / "checks" / f"{check.code[:3]}.md").read_text(encoding="utf-8")
        assert f"## {check.code} {check.zh}" in page
        assert check.good[0] in page
        assert check.bad[0] in page


def test_a_page_changed_by_hand_or_left_over_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    assert drifted(tmp_path) == []
    (tmp_path / "checks" / "FMT.md").write_text("by hand", encoding="utf-8")
    (tmp_path / "checks" / "OLD.md").write_text("left over", encoding="utf-8")
    assert sorted(drifted(tmp_path)) == ["checks/FMT.md", "checks/OLD.md"]
    write(tmp_path)
    assert drifted(tmp_path) == []
