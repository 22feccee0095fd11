"""What is public as files: every link leads to a file there is, and a withdrawal reaches it too."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings

from zhunsheng.cli.main import main
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.testing import Bureau
from zhunsheng.portal.errors import FolderError
from zhunsheng.portal.folder import LISTED, folders, write_folder
from zhunsheng.reports.models import Edition
from zhunsheng.reports.package.make import package
from zhunsheng.reports.publish import is_public

Show = Callable[[], Edition]
Hide = Callable[[str], None]
REASON = "表述有误"  # a wrong wording
WORDS = "派驻组"  # of the resident team: words of the report itself


class Links(HTMLParser):
    """Every address a page names."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [v for k, v in attrs if k in ("href", "src", "action") and v]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")
    return tmp_path / "site"


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_every_link_of_every_page_is_a_file_of_the_folder(
    show: Show, folder: Path, bureau: Bureau
) -> None:
    edition = show()
    package(edition, by=bureau.persons["office"])
    write_folder(folder)
    checked = set()
    for page in pages(folder):
        links = Links()
        links.feed(page.read_text("utf-8"))
        for link in links.found:
            if not link.startswith("#"):
                assert not link.startswith(("/", "http", "mailto")), f"{page}: {link}"
                target = (page.parent / link).resolve()
                assert target.is_file(), f"{page}: {link}"
                checked.add(target)
    kept = {path.resolve() for path in folder.rglob("*") if path.is_file()}
    assert kept - checked <= {(folder / LISTED).resolve(), (folder / "index.html").resolve()}


def test_it_is_the_same_edition_in_both_languages_without_script(show: Show, folder: Path) -> None:
    edition = show()
    write_folder(folder)
    base = folder / "reports" / str(edition.pk)
    assert (base / "files/report.pdf").read_bytes() == load(edition.pdf)
    assert (base / "files/facts.json").read_bytes() == edition.facts.encode()
    chinese, english = ((base / f"index{s}").read_text("utf-8") for s in (".html", ".en.html"))
    assert WORDS in chinese
    assert '<html lang="zh-CN">' in chinese
    assert '<html lang="en">' in english
    assert "What is proven" in english
    assert not [p for p in pages(folder) if "<script" in p.read_text("utf-8")]


def test_a_withdrawal_leaves_a_tombstone_and_not_one_word_of_the_report(
    show: Show, hide: Hide, folder: Path
) -> None:
    edition = show()
    write_folder(folder)
    hide(REASON)
    left = [p for p in folder.rglob("*") if p.is_file() and f"/{edition.pk}/" in p.as_posix()]
    assert sorted(p.name for p in left) == ["index.en.html", "index.html"]
    for page in left:
        assert REASON in page.read_text("utf-8")
    for page in folder.rglob("*.*"):
        if page.suffix in (".html", ".json"):
            assert WORDS not in page.read_text("utf-8")
    home = (folder / "index.html").read_text("utf-8")
    assert "撤下日期" in home
    assert f"reports/{edition.pk}/" not in home


def test_a_folder_out_of_reach_is_named_and_the_withdrawal_stands(
    show: Show, hide: Hide, folder: Path
) -> None:
    edition = show()
    write_folder(folder)
    gone = folder.rename(folder.with_name("moved"))
    with pytest.raises(FolderError) as refusal:
        hide(REASON)
    assert str(folder) in refusal.value.zh
    assert not is_public(edition)
    gone.rename(folder)
    write_folder(folder)
    assert not (folder / "reports" / str(edition.pk) / "files/report.pdf").exists()


def test_written_again_it_drops_what_is_no_longer_public_and_only_that(
    show: Show, folder: Path
) -> None:
    show()
    count = write_folder(folder)
    (folder / "robots.txt").write_text("a file of the city's", encoding="utf-8")
    stale = folder / "reports/999/index.html"
    stale.parent.mkdir(parents=True)
    stale.write_text("old", encoding="utf-8")
    listed = json.loads((folder / LISTED).read_text("utf-8"))
    (folder / LISTED).write_text(json.dumps([*listed, "reports/999/index.html"]), encoding="utf-8")
    assert write_folder(folder) == count
    assert not stale.exists()
    assert (folder / "robots.txt").exists()
    assert folders() == (folder.resolve(),)


def test_a_list_that_points_outside_removes_nothing_there(show: Show, folder: Path) -> None:
    show()
    write_folder(folder)
    other = folder.parent / "other.html"
    other.write_text("not ours", encoding="utf-8")
    listed = json.loads((folder / LISTED).read_text("utf-8"))
    (folder / LISTED).write_text(json.dumps([*listed, "../other.html"]), encoding="utf-8")
    write_folder(folder)
    assert other.exists()


def test_somebody_elses_folder_is_refused(db: None, folder: Path) -> None:
    folder.mkdir()
    (folder / "index.html").write_text("the city's own", encoding="utf-8")
    with pytest.raises(FolderError):
        write_folder(folder)
    assert (folder / "index.html").read_text("utf-8") == "the city's own"


def test_the_verbs_publish_write_and_withdraw(
    edition: Edition, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--by", "bureau-office", "--reviewed-by", "bureau-legal_officer", "--note", "可以公开"]
    given = ["publish", "2024", *words, "--static", str(folder)]
    assert main([*given, "--redact-figure", "oversight.remarks", "内部事项"]) == 0
    assert "1 things taken out" in capsys.readouterr().out
    page = (folder / f"reports/{edition.pk}/figures/oversight.remarks.html").read_text("utf-8")
    assert "该项指标不公开" in page
    assert not re.search(r'<b class="number">2</b>', page)
    withdrawing = ["withdraw", "2024", "--by", "bureau-office", "--reason", REASON, "--leak"]
    assert main(withdrawing) == 0
    assert "a leak: report it before" in capsys.readouterr().out
    assert main(withdrawing) == 1
