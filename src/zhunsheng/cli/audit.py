"""`audit FILE…`: reports audited without a database; 0 clean, 1 findings, 2 unreadable."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from zhunsheng.audit.engine import audit
from zhunsheng.audit.model import Waiver
from zhunsheng.audit.render import as_json, as_text
from zhunsheng.gongwen.errors import GongwenError
from zhunsheng.gongwen.model import Reading
from zhunsheng.gongwen.read import read


def run(arguments: Sequence[str]) -> int:
    """The exit code; an unreadable file is one line, and the others go on."""
    options = _options(arguments)
    if options.jsonl:
        return _jsonl(options)
    try:
        waivers = _waivers(options.waivers)
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"豁免文件无法读取：{error} / the waivers cannot be read: {error}", file=sys.stderr)
        return 2
    code, results = 0, []
    for path in options.files:
        try:
            reading = _read(path)
        except (OSError, GongwenError) as error:
            print(f"{path}：{_said(error)}", file=sys.stderr)
            code = 2
            continue
        result = audit(reading, waivers=waivers, today=_today())
        results.append(as_json(str(path), result))
        if options.format == "text":
            print(as_text(str(path), reading.text, result))
            for unread in reading.unread:
                print(f"  未读：{unread.where} {unread.zh} / not read: {unread.en}")
        if result.findings:
            code = max(code, 1)
    if options.format == "json":
        print(json.dumps(results, ensure_ascii=False, indent=1))
    return code


def _options(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="zhunsheng audit", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--waivers", type=Path)
    parser.add_argument("--jsonl", type=Path)
    parser.add_argument("--document", action="store_true")
    options = parser.parse_args(arguments)
    if not options.files and not options.jsonl:
        parser.error("请给出文件 / name at least one file")
    return options


def _read(path: Path) -> Reading:
    return read(path.name, path.read_bytes())


def _jsonl(options: Namespace) -> int:
    from zhunsheng.audit.batch import BatchLineError, answers

    try:
        with options.jsonl.open(encoding="utf-8") as lines:
            for answer in answers(lines, document=options.document):
                print(answer)
    except (OSError, UnicodeDecodeError, BatchLineError) as error:
        print(f"{options.jsonl}：{error}", file=sys.stderr)
        return 2
    return 0


def _waivers(path: Path | None) -> tuple[Waiver, ...]:
    if path is None:
        return ()
    return tuple(
        Waiver(
            code=w["code"],
            text=w.get("text", ""),
            who=w["who"],
            reason=w["reason"],
            until=date.fromisoformat(w["until"]) if w.get("until") else None,
            on=date.fromisoformat(w["on"]),
        )
        for w in json.loads(path.read_text(encoding="utf-8"))
    )


def _said(error: OSError | GongwenError) -> str:
    if isinstance(error, OSError):
        return f"打不开（{error.strerror}），请核对路径。 / cannot be opened ({error.strerror})."
    return f"{error.zh} / {error.en}"


def _today() -> date:
    return datetime.now().astimezone().date()
