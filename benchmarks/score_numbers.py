"""Bare numbers scored on another reader's cases: every expected value at an overlapping span."""

import json
import re
from pathlib import Path
from typing import Any, Final

from benchmarks.measured import show

#: Figures no government report prints: formal numerals, Latin letters, exponents, dozens, folds.
_OUT: Final = re.compile(
    r"[壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸]|[A-Za-z]{2,}|[eE][+-]?[0-9]|\^"
    r"|[0-9]\s*[kKmMgGtT](?![A-Za-z])|折|打|又|俩|仨|兆"
)
_MODELS: Final = (
    "NumberModel", "PercentModel", "OrdinalModel",
    "AgeModel", "CurrencyModel", "DimensionModel", "TemperatureModel",
)  # fmt: skip


def numbers_scored(folder: Path, *, misses: bool = False) -> int:
    """0 if the folder held cases; what was read right is printed, never judged."""
    rows, all_right, every = [], 0, 0
    for model in _MODELS:
        for path in sorted(folder.rglob(f"{model}.json")):
            cases = [
                c for c in json.loads(path.read_text("utf-8-sig")) if not _OUT.search(c["Input"])
            ]
            wrong = [case for case in cases if not _right(case)]
            right = len(cases) - len(wrong)
            rows.append((model, str(len(cases)), str(right), f"{right / max(len(cases), 1):.3f}"))
            all_right, every = all_right + right, every + len(cases)
            for case in wrong if misses else ():
                print(model, case["Input"], [r.get("Resolution") for r in case["Results"]])
    rows.append(("all", str(every), str(all_right), f"{all_right / max(every, 1):.3f}"))
    show("bare numbers, cases in scope, value only", ("model", "cases", "right", "share"), rows)
    _ranges_scored(folder)
    return 0 if every else 2


def _ranges_scored(folder: Path) -> None:
    """Ranges apart: of (20,35] each bound that is printed must be read where the range stands."""
    rows = []
    for path in sorted(folder.rglob("NumberRangeModel.json")):
        cases = [c for c in json.loads(path.read_text("utf-8-sig")) if not _OUT.search(c["Input"])]
        ranges = [(c, r) for c in cases for r in c["Results"]]
        right = sum(_bounds_read(case["Input"], result) for case, result in ranges)
        rows.append((path.stem, str(len(ranges)), str(right), f"{right / max(len(ranges), 1):.3f}"))
    if rows:
        show("ranges, every bound read", ("model", "ranges", "right", "share"), rows)


def _bounds_read(text: str, result: dict[str, Any]) -> bool:
    bounds = re.findall(r"-?[0-9.]+", result["Resolution"]["value"])
    wanted = [{**result, "Resolution": {"value": bound}} for bound in bounds]
    return all(any(_same(bound, number) for number in _numbers(text)) for bound in wanted)


def _right(case: dict[str, Any]) -> bool:
    got = _numbers(case["Input"])
    return all(any(_same(result, number) for number in got) for result in case["Results"])


def _numbers(text: str) -> list[dict[str, Any]]:
    from zhunsheng.audit.plain import numbers

    return numbers(text)


def _same(wanted: dict[str, Any], number: dict[str, Any]) -> bool:
    if number["start"] > wanted["End"] or number["end"] <= wanted["Start"]:
        return False
    value = (wanted.get("Resolution") or {}).get("value")
    try:
        expected = float(str(value).rstrip("%").replace(",", ""))
    except ValueError:
        return False
    return bool(abs(expected - number["value"]) <= 1e-9 * max(1.0, abs(expected)))
