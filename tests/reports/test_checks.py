"""What a regime feeds into the report wrongly is named at start, not when the report is due."""

from pathlib import Path

import pytest
from django.core.checks import run_checks

from zhunsheng.kernel.registry import registry
from zhunsheng.reports.checks import check_outlines
from zhunsheng.reports.render import GIVEN_WORDS, Renderer

OUTLINE = (
    '[[part]]\nkey = "new"\nunder = "other"\nzh = "新"\nen = "New"\norder = 1\nsections = ["总体"]'
)


def faults(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, outline: str) -> list[str]:
    (folder / "outline.toml").write_text(outline, encoding="utf-8")
    (folder / "narrative.zh.md").write_text(f"## 总体\n{text}\n", encoding="utf-8")
    monkeypatch.setitem(registry().folders, "new", folder)
    found = [error for error in run_checks() if error.id == "zhunsheng.E003"]
    return [error.msg for error in found]


def test_what_is_installed_has_no_fault() -> None:
    assert check_outlines() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("接待{oversight.fame}件。", "unknown figure 'oversight.fame'"),
        ("{#oversight.fame}接待有序。{/oversight.fame}", "unknown figure 'oversight.fame'"),
        ("接待{oversight.remarks|多}件。", "unknown way '多'"),
        ("接待{oversight.remarks件。", "a brace belongs to no figure"),
        ("{#oversight.remarks|all}均已答复{/oversight.remarks}", "what is no rate"),
        ("{#oversight.remarks.rate|余}答复{/oversight.remarks.rate}", "unknown way"),
    ],
)
def test_a_narrative_names_figures_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    found = faults(tmp_path, monkeypatch, text, OUTLINE)
    assert found
    assert all(fault.startswith("other.new: ") and said in fault for fault in found)


def test_an_outline_under_no_item_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (fault,) = faults(tmp_path, monkeypatch, "有序。", OUTLINE.replace('"other"', '"fame"'))
    assert "'fame'" in fault


def test_every_way_and_word_of_a_report_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "{year}年{agency}接待{oversight.remarks|余}件，{oversight.satisfaction|of}。"
    assert faults(tmp_path, monkeypatch, text + "即{oversight.remarks|titles}", OUTLINE) == []
    shown = Renderer(facts={}, given=dict.fromkeys(GIVEN_WORDS, "x"), titles=lambda _: ())
    shown.paragraph("{year}{agency}")
    assert shown.problems == []
