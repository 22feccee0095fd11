"""Verifying without Django: row = last version = the digest in its entry, link by link.

An outsider runs this over a copy of the database; it needs Python's sqlite3 or psycopg alone.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from zhunsheng.kernel.digest import of_versions, sm3


@dataclass(frozen=True, slots=True)
class Broken:
    """One place that does not hold."""

    where: str
    zh: str
    en: str


@dataclass(slots=True)
class Verification:
    """What was verified, and every place that does not hold."""

    chains: int = 0
    entries: int = 0
    versions: int = 0
    rows: int = 0
    files: int = 0
    seals: int = 0
    heads: dict[str, tuple[int, str]] = field(default_factory=dict)
    broken: list[Broken] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.broken

    def fault(self, where: str, zh: str, en: str) -> None:
        self.broken.append(Broken(where, zh, en))


#: Begins the kind of what owes a duty and is no record.
MATTER = "matter."

Rows = Callable[[str], Iterator[tuple[Any, ...]]]
_Sealed = dict[tuple[str, int], tuple[int, str]]


def verify(rows: Rows, *, load: Callable[[str], bytes | None] | None = None) -> Verification:
    """The verification of a database; `rows` runs a query and yields its rows.

    `load` gives the bytes of an evidence file by digest, None where it is missing; without it
    the files are not verified.
    """
    result = Verification()
    _chains(rows, result, _seals(rows, result))
    _registers(rows, result)
    if load is not None:
        _files(rows, load, result)
    return result


def _chains(rows: Rows, result: Verification, sealed: _Sealed) -> None:
    kept = _versions_by_entry(rows, result)
    waiting = next(kept, None)
    heads = {a: (code, length, head) for a, code, length, head in rows(_CHAINS)}
    last: dict[int, tuple[int, str]] = {}
    for agency, sequence, payload, digest in rows(_ENTRIES):
        result.entries += 1
        where = f"{heads.get(agency, ('?',))[0]}#{sequence}"
        before = last.get(agency, (0, ""))
        content = _object(payload)
        if sm3(payload.encode()) != digest:
            result.fault(where, "存证内容与摘要不符", "the entry's content does not fit its digest")
        if sequence != before[0] + 1 or content.get("previous") != before[1]:
            result.fault(where, "存证链不连续", "the chain is broken before this entry")
        last[agency] = (sequence, digest)
        seal = sealed.pop((heads[agency][0], sequence), None) if agency in heads else None
        if seal is not None and seal[1] != digest:
            _rewritten(result, seal[0], where)
        found: list[tuple[int, int, str]] = []
        while waiting is not None and waiting[0] < (agency, sequence):
            result.fault(
                f"item {waiting[1][0][0]}", "版本没有对应的存证", "a version without entry"
            )
            waiting = next(kept, None)
        if waiting is not None and waiting[0] == (agency, sequence):
            found = waiting[1]
            waiting = next(kept, None)
        if "versions" in content and content["versions"] != of_versions(found):
            result.fault(where, "存证与版本不符", "the versions are not those of the entry")
    for agency, (code, length, head) in heads.items():
        result.chains += 1
        result.heads[code] = (length, head)
        if last.get(agency, (0, "")) != (length, head):
            result.fault(code, "链首与最后一条存证不符", "the chain's head is not its last entry")
    if waiting is not None:
        result.fault(f"item {waiting[1][0][0]}", "版本没有对应的存证", "a version without entry")
    for (code, sequence), (number, _) in sealed.items():
        if sequence:
            result.fault(f"seal {number} {code}", "存证链短于封存时", "a chain was cut back")


def _rewritten(result: Verification, number: int, where: str) -> None:
    result.fault(
        f"seal {number} {where}",
        "封存过的存证已不是原来那一条",
        "the sealed entry is no longer the one there was",
    )


def _versions_by_entry(
    rows: Rows, result: Verification
) -> Iterator[tuple[tuple[int, int], list[tuple[int, int, str]]]]:
    place: tuple[int, int] | None = None
    found: list[tuple[int, int, str]] = []
    for agency, entry, item, number, data, digest in rows(_VERSIONS):
        result.versions += 1
        if sm3(data.encode()) != digest:
            result.fault(
                f"item {item} v{number}", "版本内容与摘要不符", "a version does not fit its digest"
            )
        if place is not None and place != (agency, entry):
            yield place, found
            found = []
        place = (agency, entry)
        found.append((item, number, digest))
    if place is not None:
        yield place, found


def _registers(rows: Rows, result: Verification) -> None:
    for (kind,) in list(rows(_KINDS)):
        table = kind.replace(".", "_")
        # Kinds come from the database under test: only a plain name may become SQL.
        if not table.replace("_", "").isalnum():
            result.fault(kind, "登记类别名称异常", "the kind is no plain name")
            continue
        if kind.startswith(MATTER):
            _matters(rows, result, kind)
        else:
            _register(rows, result, kind, table)


def _matters(rows: Rows, result: Verification, kind: str) -> None:
    """What is no record has no versions: else a record could hide among them."""
    for (item,) in rows(f"SELECT v.item_id {_OF_KIND.format(kind=kind)}"):
        result.fault(f"{kind} {item}", "不是台账记录却有版本", "a version of what is no record")


def _register(rows: Rows, result: Verification, kind: str, table: str) -> None:
    sample = next(rows(f"SELECT data {_LAST.format(kind=kind)} LIMIT 1"), None)
    columns = sorted(_object(sample[0])) if sample else []
    columns = [name for name in columns if name.isidentifier()] or ["item_id"]
    listed = ", ".join(f'r."{name}"' for name in columns)
    query = (
        f"SELECT v.item_id, v.data, r.item_id, {listed} FROM kernel_version v"
        f" JOIN kernel_item i ON i.id = v.item_id LEFT JOIN {table} r ON r.item_id = v.item_id"
        f" WHERE i.kind = '{kind}' AND v.number = (SELECT MAX(w.number) FROM kernel_version w"
        " WHERE w.item_id = v.item_id)"
    )
    for item, data, present, *values in rows(query):
        result.rows += 1
        if present is None:
            result.fault(
                f"{kind} {item}", "台账中缺少这条记录", "the row is gone from its register"
            )
            continue
        kept = _object(data)
        for name, value in zip(columns, values, strict=True):
            # A column added since the version was written is empty in it, and must be in the row.
            unknown = name not in kept and value in ("", 0)
            if not unknown and not _same(value, kept.get(name)):
                result.fault(
                    f"{kind} {item} {name}",
                    "台账与最后版本不符",
                    "the row is not what its last version says",
                )
    extra = f"SELECT r.item_id FROM {table} r WHERE NOT EXISTS (SELECT 1 FROM kernel_version v"
    for (item,) in rows(extra + " WHERE v.item_id = r.item_id)"):
        result.fault(f"{kind} {item}", "记录没有任何版本", "a row without any version")


def _same(stored: Any, kept: Any) -> bool:
    if isinstance(stored, bool):
        stored = int(stored)
    if stored == kept:
        return True
    if stored is None or kept is None:
        return False
    if isinstance(stored, datetime | date):
        return _moment(stored) == _moment(kept)
    # An amount comes as a decimal, or from SQLite as a plain number; its version keeps it as text.
    if isinstance(stored, Decimal | int | float) or isinstance(kept, int | float):
        return _amount(stored) == _amount(kept)
    if isinstance(stored, str) and isinstance(kept, str) and len(stored) > 18 and "T" in kept:
        return _moment(stored) == _moment(kept)
    return False


def _amount(value: Any) -> Decimal | str:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return str(value)


def _moment(value: Any) -> datetime | str:
    if isinstance(value, str):
        if len(value) == 10:
            return value
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return str(value)
    if not isinstance(value, datetime):
        return str(value)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _seals(rows: Rows, result: Verification) -> _Sealed:
    """(chain, sequence) → (number of the newest seal over it, the head it sealed)."""
    previous = ""
    sealed: _Sealed = {}
    for sequence, payload, digest in rows(_SEALS):
        result.seals += 1
        content = _object(payload)
        if sm3(payload.encode()) != digest or content.get("previous") != previous:
            result.fault(f"seal {sequence}", "封存记录不连续", "the seals are broken here")
        previous = digest
        for code, (length, head) in content.get("heads", {}).items():
            sealed[code, length] = (sequence, head)
    return sealed


def _object(text: str) -> dict[str, Any]:
    """The JSON object; nothing at all where somebody left none: its digest will not fit."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _files(rows: Rows, load: Callable[[str], bytes | None], result: Verification) -> None:
    for digest, name in rows("SELECT digest, name FROM kernel_file ORDER BY id"):
        result.files += 1
        data = load(digest)
        if data is None:
            result.fault(name, "佐证文件丢失", "the evidence file is missing")
        elif sm3(data) != digest:
            result.fault(name, "佐证文件与摘要不符", "the evidence file does not fit its digest")


_CHAINS = (
    "SELECT c.agency_id, a.code, c.length, c.head FROM kernel_chain c"
    " JOIN kernel_agency a ON a.id = c.agency_id ORDER BY c.agency_id"
)
_ENTRIES = (
    "SELECT agency_id, sequence, payload, digest FROM kernel_entry ORDER BY agency_id, sequence"
)
_VERSIONS = (
    "SELECT agency_id, entry, item_id, number, data, digest FROM kernel_version"
    " ORDER BY agency_id, entry, item_id, number"
)
_KINDS = "SELECT DISTINCT kind FROM kernel_item ORDER BY kind"
_OF_KIND = "FROM kernel_version v JOIN kernel_item i ON i.id = v.item_id WHERE i.kind = '{kind}'"
_LAST = f"{_OF_KIND} ORDER BY v.id DESC"
_SEALS = "SELECT sequence, payload, digest FROM kernel_seal ORDER BY sequence"
