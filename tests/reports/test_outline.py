"""What a report must hold, and which regime feeds each part of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.desk import leave_unfed
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.errors import OutlineError
from zhunsheng.reports.narrative import parse_narrative
from zhunsheng.reports.outline import UNFED, outline

Folder = Callable[..., Path]
PART = (
    '[[part]]\nkey = "guests"\nunder = "{}"\nzh = "接待"\nen = "Guests"\norder = 5\nsections = {}'
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Writes a regime's outline and narrative into a folder the registry knows."""

    def write(item: str, *, sections: str = '["总体"]', outline_text: str = "") -> Path:
        text = outline_text or PART.format(item, sections)
        (tmp_path / "outline.toml").write_text(text, encoding="utf-8")
        (tmp_path / "narrative.zh.md").write_text("说明\n\n## 总体\n\n接待有序。\n", "utf-8")
        monkeypatch.setitem(registry().folders, "guests", tmp_path)
        return tmp_path

    return write


def test_the_five_items_of_the_inspection_rules_stand_in_order() -> None:
    items = outline(2024)
    assert [item.key for item in items] == [
        "measures",
        "shortcomings",
        "principal",
        "next_year",
        "other",
    ]
    assert [item.required for item in items] == [True, True, True, True, False]
    assert items[0].zh.startswith("2024年度")
    assert items[3].zh.startswith("2025年度")
    assert "2025" in items[3].en


def test_installed_regimes_feed_their_parts_in_the_order_they_ask_for() -> None:
    measures = outline(2024)[0]
    some = ("measures.norms", "measures.disclosure", "measures.oversight", "measures.outreach")
    assert tuple(part.key for part in measures.parts if part.key in some) == some
    assert [part.order for part in measures.parts] == sorted(p.order for p in measures.parts)
    assert "{norms.made}" in measures.proposed("measures.norms")


def test_a_required_item_that_nothing_feeds_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_unfed(monkeypatch)
    items = {item.key: item for item in outline(2024)}
    assert items["principal"].proposed("principal") == UNFED
    assert items["other"].proposed("other") == ""
    assert items["measures"].proposed("measures") == ""


def test_another_folder_feeds_a_part_and_nothing_else_is_edited(folder: Folder) -> None:
    folder("shortcomings")
    item = outline(2024)[1]
    assert item.part_keys()[:2] == ("shortcomings", "shortcomings.guests")
    assert item.proposed("shortcomings.guests") == "接待有序。"


def test_a_part_of_an_unknown_item_is_refused_with_the_items_there_are(folder: Folder) -> None:
    folder("achievements")
    with pytest.raises(OutlineError) as refusal:
        outline(2024)
    for said in (refusal.value.zh, refusal.value.en):
        assert "achievements" in said
        assert "shortcomings" in said


def test_a_section_the_narrative_lacks_is_refused(folder: Folder) -> None:
    folder("other", sections='["总体", "细节"]')  # overall, details
    with pytest.raises(OutlineError) as refusal:
        outline(2024)
    assert "细节" in refusal.value.zh
    assert "guests" in refusal.value.en


def test_an_outline_that_is_no_toml_is_refused_by_name(folder: Folder) -> None:
    folder("other", outline_text="[[part]\nkey =")
    with pytest.raises(OutlineError) as refusal:
        outline(2024)
    assert "outline.toml" in refusal.value.zh
    assert "TOML" in refusal.value.en


def test_an_outline_that_lacks_a_field_is_refused_by_name(folder: Folder) -> None:
    folder("other", outline_text='[[part]]\nkey = "guests"\nunder = "other"\n')
    with pytest.raises(OutlineError) as refusal:
        outline(2024)
    assert "guests" in refusal.value.zh
    assert "zh" in refusal.value.en


def test_a_narrative_is_sections_of_paragraphs() -> None:
    text = "写给作者\n\n## 一\n\n甲。\n\n乙。\n\n## 二\n丙。\n"
    assert parse_narrative(text) == {"一": "甲。\n乙。", "二": "丙。"}
