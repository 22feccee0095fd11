"""A filing judged by Arelle, an independent XBRL processor: offline, in a process of its own."""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhunsheng.reports.xbrl.errors import XbrlError
from zhunsheng.reports.xbrl.inline import NAME as INLINE
from zhunsheng.reports.xbrl.oim import NAME as JSON

_LONGEST = 300  # seconds; a bureau's filing takes about five
_OPTIONS = (
    "--validate", "--calc", "c11r", "--validateDuplicateFacts", "inconsistent", "--workOffline",
    "--disablePersistentConfig", "--plugins", "loadFromOIM",
)  # fmt: skip
_SAID = {
    "calc11e": ("勾稽关系不符", "an identity does not hold"),
    "arelle:duplicateFacts": ("同一指标前后不一", "one figure is stated in two ways"),
}
_OTHER = ("不合规范", "against the specification")


@dataclass(frozen=True, slots=True)
class Fault:
    """What the processor found wrong, under its own code, with its own words in `en`."""

    document: str
    code: str
    zh: str
    en: str


def can_judge() -> bool:
    """Whether Arelle is installed (`pip install zhunsheng[facts]`)."""
    return importlib.util.find_spec("arelle") is not None


def judge(files: Mapping[str, bytes]) -> tuple[Fault, ...]:
    """Every fault of a filing's two documents; a sum that does not add up is one.

    Errors: XbrlError without Arelle, or where it did not come to an end with both.
    """
    if not can_judge():
        raise XbrlError(
            "没有安装XBRL校验程序Arelle，未作校验；请安装可选组件：pip install zhunsheng[facts]。",
            "Arelle is not installed, so nothing was validated: pip install zhunsheng[facts].",
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        log = _log(folder)
    judged = [
        line for line in log if line["level"] == "info" and _text(line).startswith("validated")
    ]
    faults = tuple(_fault(line) for line in log if line["level"] != "info")
    if len(judged) < 2 and not faults:
        raise XbrlError(
            f"XBRL校验没有完成：应校验2个文件，只校验了{len(judged)}个。",
            f"validation did not finish: {len(judged)} of 2 documents were judged.",
        )
    return faults


def _log(folder: Path) -> list[dict[str, Any]]:
    """What Arelle wrote down. It keeps settings and a cache: here they go with the folder."""
    kept = folder / "arelle.json"
    documents = "|".join(str(folder / name) for name in (INLINE, JSON))
    command = [sys.executable, "-m", "arelle.CntlrCmdLine", "--file", documents, *_OPTIONS]
    env = {**os.environ, "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    try:
        done = subprocess.run(
            [*command, "--logFile", str(kept)],
            env=env, cwd=folder, capture_output=True, check=False, timeout=_LONGEST,
        )  # fmt: skip
        found: list[dict[str, Any]] = json.loads(kept.read_bytes())["log"]
    except (subprocess.TimeoutExpired, OSError, ValueError) as error:
        raise XbrlError(
            f"XBRL校验程序没有正常结束：{error}。", f"Arelle did not end well: {error}."
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()[-300:]
        raise XbrlError(f"XBRL校验程序出错：{said}", f"Arelle failed: {said}")
    return found


def _fault(line: Mapping[str, Any]) -> Fault:
    code, arguments = str(line["code"]), line["message"]["args"]
    zh, en = next((said for start, said in _SAID.items() if code.startswith(start)), _OTHER)
    told = _sum(arguments) or _twice(arguments) or (_text(line), _text(line))
    return Fault(_document(line), code, f"{zh}：{told[0]}", f"{en}: {told[1]}")


def _sum(arguments: Mapping[str, Any]) -> tuple[str, str] | None:
    """A sum that does not add up; its role is defined in both languages, parted by a stroke."""
    names = str(arguments.get("linkroleDefinition", "")).split(" / ", 1)
    if "reportedSum" not in arguments or "computedSum" not in arguments or len(names) < 2:
        return None
    figure = str(arguments.get("concept", "")).removeprefix("zs:")
    stated, added = _number(arguments["reportedSum"]), _number(arguments["computedSum"])
    return (
        f"{names[0]}（{figure}填报{stated}，计算得{added}）",
        f"{names[1]} ({figure}: {stated} stated, {added} added up)",
    )


def _twice(arguments: Mapping[str, Any]) -> tuple[str, str] | None:
    if arguments.get("duplicateType") != "inconsistent":
        return None
    figure = str(arguments.get("qname", "")).removeprefix("zs:")
    values = str(arguments.get("values", ""))
    return f"{figure}有{values.replace(', ', '、')}", f"{figure}: {values}"


def _number(interval: object) -> str:
    """[13, 13] is 13."""
    ends = [end.strip() for end in str(interval).strip("[]()").split(",")]
    return ends[0] if len(set(ends)) == 1 else str(interval)


def _document(line: Mapping[str, Any]) -> str:
    """Facts of a JSON are kept under a name of the processor's own making."""
    name = Path(str(_first(line["refs"]).get("href", "")).partition("#")[0]).name
    return JSON if name.startswith(JSON.removesuffix("json")) else name


def _first(refs: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    return next(iter(refs), {})


def _text(line: Mapping[str, Any]) -> str:
    """The message without the code before it."""
    text = str(line["message"]["text"])
    return text.partition("] ")[2] if text.startswith("[") else text
