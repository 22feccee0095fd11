"""Harm done to the ledgers behind the fences, and what the verification says of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from tests.kernel.test_acts import VALUES
from zhunsheng.kernel.db import fences
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail import standalone
from zhunsheng.kernel.trail.seal import seal
from zhunsheng.kernel.trail.verify import Verification, verify


def sealed_record(bureau: Bureau) -> Occasion:
    """A confirmed record with evidence, in a sealed chain of three entries."""
    row = draft(
        Occasion,
        VALUES,
        by=bureau.persons["recorder"],
        division=bureau.divisions["rnd"],
        submit=True,
    )
    attach(row, store("纪要.pdf", b"%PDF minutes"), by=bureau.persons["recorder"], kind="minutes")
    confirm(row, by=bureau.persons["head"])
    seal("hourly")
    return row


def rows(query: str) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        yield from cursor.fetchall()


def verified(*, files: bool = False) -> Verification:
    load = standalone.files_in(Path(settings.EVIDENCE_DIR)) if files else None
    return verify(rows, load=load)


def behind_the_fences(sql: str, *values: str | int | None) -> None:
    """SQL by somebody who took the fences down first."""
    connection.check_constraints()  # PostgreSQL alters no table with checks pending
    fences.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def broken(result: Verification) -> list[tuple[str, str]]:
    return [(b.where, b.en) for b in result.broken]
