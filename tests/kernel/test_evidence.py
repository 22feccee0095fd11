"""The evidence store: a file lies under its digest, is written once, and is never lost quietly."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.kernel.test_acts import VALUES
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.models import Evidence, File
from zhunsheng.kernel.evidence.store import ACCEPTED, EvidenceError, load, path_of, store
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.7 signed"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Iterator[Path]:
    settings.EVIDENCE_DIR = tmp_path
    yield tmp_path


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


@pytest.fixture
def record(bureau: Bureau) -> Occasion:
    return draft(Occasion, VALUES, by=bureau.persons["recorder"], division=bureau.divisions["rnd"])


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_lies_under_its_own_digest(folder: Path) -> None:
    file = store("签批件.PDF", SCAN)
    assert file.digest == sm3(SCAN)
    assert (file.size, file.media_type, file.name) == (len(SCAN), "application/pdf", "签批件.PDF")
    assert files(folder) == [path_of(file.digest)]
    assert load(file) == SCAN


def test_the_same_bytes_are_kept_once_whatever_their_name(folder: Path) -> None:
    first = store("签批件.pdf", SCAN)
    written = path_of(first.digest).stat().st_mtime_ns
    assert store("扫描件.pdf", SCAN) == first
    assert File.objects.count() == 1
    assert len(files(folder)) == 1
    assert path_of(first.digest).stat().st_mtime_ns == written


def test_a_path_in_a_name_leads_nowhere(folder: Path) -> None:
    file = store("../../escape.pdf", SCAN)
    assert file.name == "escape.pdf"
    assert files(folder) == [path_of(file.digest)]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("空.pdf", b"", "空的"),  # empty
        ("程序.exe", b"MZ", "只接受"),  # only these are accepted
        ("网页.html", b"<html>", "只接受"),
        ("无名", SCAN, "只接受"),
        ("假.pdf", b"MZ\x90", "不符"),  # not what its name says
        ("假.png", SCAN, "不符"),
        ("假.docx", b"\xd0\xcf\x11\xe0", "不符"),
    ],
)
def test_what_is_no_evidence_is_refused_by_name_and_not_stored(
    folder: Path, name: str, data: bytes, why: str
) -> None:
    with pytest.raises(EvidenceError) as refusal:
        store(name, data)
    assert name in refusal.value.zh
    assert name in refusal.value.en
    assert why in refusal.value.zh
    assert not File.objects.exists()
    assert files(folder) == []


def test_what_is_refused_for_its_kind_is_told_what_is_accepted() -> None:
    with pytest.raises(EvidenceError) as refusal:
        store("公式.xls", b"\xd0\xcf")
    assert all(suffix in refusal.value.zh for suffix in ACCEPTED)


def test_a_file_changed_or_gone_on_disk_is_refused_and_never_served() -> None:
    file = store("签批件.pdf", SCAN)
    path = path_of(file.digest)
    path.write_bytes(SCAN + b" and more")
    with pytest.raises(EvidenceError) as changed:
        load(file)
    assert "签批件.pdf" in changed.value.zh
    assert "从备份恢复" in changed.value.zh  # restore it from backup
    path.unlink()
    with pytest.raises(EvidenceError) as gone:
        load(file)
    assert "missing" in gone.value.en


def test_attaching_is_trailed_with_kind_and_day(bureau: Bureau, record: Occasion) -> None:
    file = store("纪要.pdf", SCAN)
    (made,) = attach(
        record, file, by=bureau.persons["recorder"], kind="minutes", dated_on=date(2024, 3, 6)
    )
    assert (made.item_id, made.kind, made.dated_on) == (record.pk, "minutes", date(2024, 3, 6))
    entry = Entry.objects.get(agency=bureau.agency, sequence=made.entry)
    assert entry.action == "attach"
    assert file.digest in entry.payload


def test_files_chosen_together_are_attached_in_one_action(bureau: Bureau, record: Occasion) -> None:
    files = [store("纪要.pdf", SCAN), store("签到表.pdf", SCAN + b"2")]
    made = attach(record, *files, by=bureau.persons["recorder"], kind="minutes")
    assert [paper.file for paper in made] == files
    (sequence,) = {paper.entry for paper in made}
    payload = Entry.objects.get(agency=bureau.agency, sequence=sequence).payload
    assert all(file.digest in payload for file in files)


def test_one_file_may_support_several_records(bureau: Bureau, record: Occasion) -> None:
    by, division = bureau.persons["recorder"], bureau.divisions["rnd"]
    other = draft(Occasion, VALUES | {"title": "办公会议"}, by=by, division=division)
    for row in (record, other):
        attach(row, store("纪要.pdf", SCAN), by=by, kind="minutes")
    assert File.objects.get().evidence.count() == 2


def test_another_division_attaches_nothing(bureau: Bureau, record: Occasion) -> None:
    with pytest.raises(NotAllowedError):
        attach(
            record, store("纪要.pdf", SCAN), by=bureau.persons["office_recorder"], kind="minutes"
        )
    assert not Evidence.objects.exists()


def test_evidence_outlives_its_record_and_every_attempt_to_delete_it(
    bureau: Bureau, record: Occasion
) -> None:
    file = store("纪要.pdf", SCAN)
    attach(record, file, by=bureau.persons["recorder"], kind="minutes")
    void(record, by=bureau.persons["recorder"], reason="重复登记")  # entered twice
    for rows in (Evidence.objects.all(), File.objects.all()):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows._raw_delete(rows.db)
    assert Evidence.objects.count() == File.objects.count() == 1
    assert load(file) == SCAN
