"""The audit scored on a report and a corpus given by path: `--report FILE --corpus FOLDER`."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 if everything given could be scored; the figures are printed, never judged."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, help="报告文件 / a report to audit")
    parser.add_argument("--corpus", type=Path, help="语料目录 / folder with the passages")
    parser.add_argument("--numbers", type=Path, help="数字用例目录 / folder with cases of numbers")
    given = parser.parse_args(arguments)
    codes = [
        _report(given.report) if given.report else _skipped("报告", "report", "REPORT"),
        _corpus(given.corpus) if given.corpus else _skipped("语料", "corpus", "CORPUS"),
    ]
    if given.numbers:
        from benchmarks.score_numbers import numbers_scored

        codes.append(numbers_scored(given.numbers))
    return max(codes)


def _skipped(zh: str, en: str, variable: str) -> int:
    print(f"{zh}：未评分，请用{variable}=给出路径 / {en}: not scored, give it with {variable}=")
    return 0


def _report(path: Path) -> int:
    from zhunsheng.cli import audit

    # Findings are what is looked for here: only what cannot be read is a failure.
    return 0 if audit.run([str(path)]) < 2 else 2


def _corpus(folder: Path) -> int:
    from benchmarks.score_corpus import scored

    return scored(folder)


if __name__ == "__main__":
    sys.exit(main())
