"""A corpus of annotated passages scored: as it is, by systematic mutation, and glued together."""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.glued import glued
from benchmarks.measured import show
from benchmarks.mutants import mutants
from benchmarks.passages import Passage, passages

PASSAGES, SCORER = "figures-dev.jsonl", "score.py"


def scored(folder: Path) -> int:
    """0 if the folder could be scored; the figures are printed, never judged."""
    gold, scorer = folder / PASSAGES, folder / SCORER
    missing = [p.name for p in (gold, scorer) if not p.is_file()]
    if missing:
        names = "、".join(missing)
        print(f"{folder}：未评分，缺少{names} / not scored, {', '.join(missing)} missing")
        return 2
    with tempfile.TemporaryDirectory() as place:
        answers = _answered(passages(gold), Path(place))
        code = subprocess.run([sys.executable, str(scorer), str(gold), answers], check=False)
        _mutation(gold, scorer, Path(place))
        _glue(gold, scorer, Path(place))
    return code.returncode


def measured(scorer: Path, told: list[Passage], place: Path) -> dict[str, Any]:
    """The scorer's own numbers on these passages."""
    gold = place / "gold.jsonl"
    _written(gold, told)
    command = [sys.executable, str(scorer), str(gold), _answered(told, place), "--json"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, Any] = json.loads(out)
    return result


def _mutation(gold: Path, scorer: Path, place: Path) -> None:
    kinds: dict[str, list[Passage]] = defaultdict(list)
    for kind, passage in mutants(gold):
        kinds[kind].append(passage)
    kinds["all"] = [p for told in list(kinds.values()) for p in told]
    rows, by_relation = [], {}
    for kind, told in kinds.items():
        result = measured(scorer, told, place)["contradiction"]
        by_relation = result["recall_by_kind"]
        rows.append(
            (
                kind,
                _share(result["passages_found"], result["passages_broken"]),
                _share(result["found"], result["found"] + result["missed"]),
                str(result["false_findings"]),
            )
        )
    show("systematic mutation", ("alteration", "mutants found", "relations found", "false"), rows)
    print("  " + "  ".join(f"{kind} {a}/{b}" for kind, (a, b) in by_relation.items()))


def _glue(gold: Path, scorer: Path, place: Path) -> None:
    result = measured(scorer, list(glued(gold)), place)
    (told,) = result["false_per_10000_chars"].values()
    show(
        "glued reports",
        ("reports", "characters", "false findings", "per 10,000"),
        [(str(told["passages"]), str(told["chars"]), str(told["false"]), f"{told['rate']:.2f}")],
    )


def _answered(told: Iterable[Passage], place: Path) -> str:
    """The file with the audit's answers to the passages."""
    from zhunsheng.audit.batch import answers

    path = place / "answers.jsonl"
    lines = (json.dumps({"id": p["id"], "text": p["text"]}) for p in told)
    path.write_text("\n".join(answers(lines, document=False)), encoding="utf-8")
    return str(path)


def _written(path: Path, told: Iterable[Passage]) -> None:
    path.write_text("\n".join(json.dumps(p) for p in told), encoding="utf-8")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.3f}" if whole else "0"
