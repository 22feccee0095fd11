"""What is public, as a folder of files for a city's central site: it works from disk.

Every file the folder holds is listed in it: only those are ever replaced or removed. A withdrawal
turns an edition's pages into tombstones at once in every folder written before.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from zhunsheng.gongwen.write import css
from zhunsheng.portal.addresses import FEED, NAMES, InFolder
from zhunsheng.portal.errors import FolderError
from zhunsheng.portal.feed import MOST, atom, newest_rows
from zhunsheng.portal.page import Page, figure_page, home_page, report_page, withdrawn_page
from zhunsheng.reports.facts_schema import schema_bytes
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.public import Shown, shown_of

LISTED = "zhunsheng-files.json"
_SUFFIXES = {"zh-hans": ".html", "en": ".en.html"}
_ASSETS = ("desk/desk.css", "portal/portal.css", "desk/mark.svg")
Files = Iterator[tuple[str, bytes]]


def write_folder(folder: Path) -> int:
    """How many files the folder holds now; files of an older state are gone from it.

    Errors: FolderError for a folder that holds somebody else's files, or cannot be written.
    """
    rows = list(newest_rows())
    shown = shown_of(rows)
    try:
        before = _listed_in(folder)
        # What is withdrawn goes first: the rest may take a while.
        public = _public(rows)
        _remove(folder, [n for n in before if _edition_of(n) not in (None, *public)])
        written = []
        for name, data in _everything(rows, shown):
            _write(folder / name, data)
            written.append(name)
        _remove(folder, sorted(set(before) - set(written)))
        _write(folder / LISTED, json.dumps(sorted(written), indent=0).encode())
    except OSError as error:
        raise _unwritable(folder, error) from error
    _remember(folder)
    return len(written)


def withdraw_from_folders(edition: Edition) -> None:
    """Tombstones in every folder for an edition the public no longer sees.

    Errors: FolderError naming each folder that could not be reached; the others are done.
    """
    rows = list(newest_rows())
    if edition.pk in _public(rows):
        return
    failed = []
    for folder in folders():
        try:
            _entomb(folder, edition, rows)
        except (OSError, FolderError):
            failed.append(str(folder))
    if failed:
        named = "、".join(failed)
        raise FolderError(
            f"报告已在本系统撤下，但以下静态目录未能更新：{named}；请立即手工删除其中该报告的文件，"
            "或恢复目录后运行publish --static。",
            f"it is withdrawn here, but these folders could not be changed: {named}; delete its"
            " files there by hand at once, or run publish --static when they are back.",
        )


def folders() -> tuple[Path, ...]:
    """Every folder ever written from here."""
    path = _memory()
    return tuple(Path(p) for p in json.loads(path.read_text("utf-8"))) if path.exists() else ()


def _entomb(folder: Path, edition: Edition, rows: list[Visibility]) -> None:
    before = _listed_in(folder, must_be_ours=True)
    theirs = [name for name in before if _edition_of(name) == edition.pk]
    _remove(folder, theirs)
    fresh = dict(_home(rows, shown_of(rows)))
    for row in rows:
        if row.edition_id == edition.pk:
            fresh |= dict(_tombstone(row))
    for name, data in fresh.items():
        _write(folder / name, data)
    left = (set(before) - set(theirs)) | set(fresh)
    _write(folder / LISTED, json.dumps(sorted(left), indent=0).encode())


def _public(rows: list[Visibility]) -> set[int]:
    return {row.edition_id for row in rows if row.public}


def _everything(rows: list[Visibility], shown: dict[int, Shown]) -> Files:
    for row in rows:
        yield from _edition(shown[row.pk]) if row.public else _tombstone(row)
    for asset in _ASSETS:
        yield f"assets/{PurePosixPath(asset).name}", Path(str(finders.find(asset))).read_bytes()
    yield "assets/official.css", css().encode()
    yield "facts.schema.json", schema_bytes()
    yield from _home(rows, shown)


def _home(rows: list[Visibility], shown: dict[int, Shown]) -> Files:
    for language, suffix in _SUFFIXES.items():
        with translation.override(language):
            content = home_page(rows, shown, InFolder("", suffix))
            yield f"index{suffix}", _page("home", content, "", "index")
    yield FEED, atom(rows[:MOST], shown, InFolder("", _SUFFIXES["zh-hans"]), place=str)


def _edition(shown: Shown) -> Files:
    base = f"reports/{shown.edition.pk}"
    for language, suffix in _SUFFIXES.items():
        with translation.override(language):
            content = report_page(shown, InFolder("../../", suffix))
            yield f"{base}/index{suffix}", _page("report", content, "../../", "index")
            for key in shown.facts:
                found = figure_page(shown, key, InFolder("../../../", suffix))
                if found is not None:
                    page = _page("figure", found, "../../../", key)
                    yield f"{base}/figures/{key}{suffix}", page
    for form in shown.forms():
        data = shown.file(form)
        if data is not None:
            yield f"{base}/files/{NAMES[form]}", data


def _tombstone(row: Visibility) -> Files:
    for language, suffix in _SUFFIXES.items():
        with translation.override(language):
            content = withdrawn_page(row, InFolder("../../", suffix))
            page = _page("withdrawn", content, "../../", "index")
            yield f"reports/{row.edition_id}/index{suffix}", page


def _page(name: str, content: Page, prefix: str, stem: str) -> bytes:
    english = translation.get_language() == "en"
    other = _SUFFIXES["zh-hans" if english else "en"]
    around = {
        "folder": {"prefix": prefix, "other": f"{stem}{other}"},
        "in_english": english,
        "demo": settings.DEMO,
    }
    return render_to_string(f"portal/{name}.html", content | around).encode()


def _edition_of(name: str) -> int | None:
    parts = name.split("/")
    return int(parts[1]) if parts[0] == "reports" and parts[1].isdecimal() else None


def _listed_in(folder: Path, *, must_be_ours: bool = False) -> list[str]:
    path = folder / LISTED
    if path.exists():
        return [str(name) for name in json.loads(path.read_text("utf-8"))]
    if must_be_ours or (folder.exists() and any(folder.iterdir())):
        raise FolderError(
            f"目录“{folder}”不是本系统写出的，或里面有别的文件；请换一个空目录。",
            f"'{folder}' was not written from here or holds other files; name an empty folder.",
        )
    return []


def _remove(folder: Path, names: list[str]) -> None:
    root = folder.resolve()
    for name in names:
        path = (folder / name).resolve()
        if path.is_relative_to(root):
            path.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(temporary).chmod(0o644)
    Path(temporary).replace(path)


def _memory() -> Path:
    return Path(settings.VAR) / "static-folders.json"


def _remember(folder: Path) -> None:
    known = [str(path) for path in folders()]
    if str(folder.resolve()) not in known:
        _write(_memory(), json.dumps([*known, str(folder.resolve())]).encode())


def _unwritable(folder: Path, error: OSError) -> FolderError:
    return FolderError(
        f"目录“{folder}”写不进去：{error.strerror}；请核对路径、权限和空间。",
        f"'{folder}' cannot be written: {error.strerror}; check path, rights and space.",
    )
