"""What is handed in beside the reports: waivers, last year's report, facts, titles, lists."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from zhunsheng.audit.handed import Beside, LedgerFact
from zhunsheng.audit.model import Waiver
from zhunsheng.audit.parse.flow import flow_of
from zhunsheng.gongwen.errors import GongwenError
from zhunsheng.gongwen.read import read

#: Endings of the files looked for in a folder; what cannot be read is said by name.
ENDINGS: Final = (".docx", ".pdf", ".html", ".htm", ".txt", ".md", ".doc", ".wps", ".rtf", ".ofd")


class HandedInError(Exception):
    """A file handed in that is not what it should be."""

    code = "HANDED_IN"

    def __init__(self, path: Path, *, zh: str, en: str) -> None:
        super().__init__(f"{path}：{zh} / {en}")


def paths(named: Iterable[Path]) -> Iterator[Path]:
    """The files named; of a folder, every report in it and below, in order of their names."""
    for path in named:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
            yield from sorted(p for p in inside if not p.name.startswith((".", "~$")))
        else:
            yield path


def listed(path: Path) -> list[Path]:
    """The files of a list, one a line, empty lines passed over. Errors: HandedInError."""
    return [Path(line.strip()) for line in _text(path).splitlines() if line.strip()]


def beside(path: Path) -> Beside:
    """A report to compare with. Errors: HandedInError."""
    try:
        reading = read(path.name, path.read_bytes())
    except OSError as error:
        raise HandedInError(
            path, zh="打不开，请核对路径", en=f"cannot be opened: {error}"
        ) from error
    except GongwenError as error:
        raise HandedInError(path, zh=error.zh, en=error.en) from error
    return Beside(path.name, flow_of(reading).text)


def facts(path: Path, words: Path | None = None) -> tuple[LedgerFact, ...]:
    """Facts as an edition's facts.json, or as `[{"key", "zh", "value", "unit", "words"}]`.

    `words` is a JSON object: key → the words by which a report speaks of the figure. A fact without
    a value is passed over; one without words has none in `words`. Errors: HandedInError.
    """
    try:
        given = json.loads(_text(path))
        named = json.loads(_text(words)) if words else {}
        rows = given["facts"] if isinstance(given, dict) else given
        return tuple(_fact(row, named) for row in rows if row["value"] is not None)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as error:
        zh = f"不是台账数值文件（{error}）；每项应有key、value"
        raise HandedInError(path, zh=zh, en=f"no file of facts: {error}") from error


def _fact(row: dict[str, Any], named: dict[str, list[str]]) -> LedgerFact:
    name = row.get("zh", "")
    words = named.get(row["key"]) or row.get("words") or ([name] if name else [])
    return LedgerFact(
        key=row["key"],
        zh=name or (words[0] if words else row["key"]),
        value=Decimal(str(row["value"])),
        unit=row.get("unit", ""),
        words=tuple(words),
    )


def titles(path: Path) -> frozenset[str]:
    """Titles of a register of instruments, one a line. Errors: HandedInError."""
    lines = (line.strip().strip("《》") for line in _text(path).splitlines())
    return frozenset(filter(None, lines))


def waivers(path: Path) -> tuple[Waiver, ...]:
    """Waivers as `[{"code", "text", "who", "reason", "on", "until"}]`. Errors: HandedInError."""
    try:
        return tuple(
            Waiver(
                code=w["code"],
                text=w.get("text", ""),
                who=w["who"],
                reason=w["reason"],
                until=date.fromisoformat(w["until"]) if w.get("until") else None,
                on=date.fromisoformat(w["on"]),
            )
            for w in json.loads(_text(path))
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        zh = f"豁免文件无法读取（{error}）；每项应有code、who、reason、on"
        raise HandedInError(path, zh=zh, en=f"the waivers cannot be read: {error}") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise HandedInError(path, zh=f"打不开：{error}", en=f"cannot be read: {error}") from error
