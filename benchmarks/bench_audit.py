"""`zhunsheng audit` of a three-page text, start of the process included."""

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measured import Series, seconds_of, show, verdict

_TIMES = 10
_TARGET = 0.4  # seconds
_COMMAND = (sys.executable, "-m", "zhunsheng.cli", "audit")
_FOUND = (0, 1)  # without findings, with findings
_CHAPTERS = ("一", "二", "三", "四", "五")  # one to five
# 22 rows of 28 characters to a page: three pages are some 1,850 characters.
_PARAGRAPH = (
    "全年主动公开政府信息502条次，其中门户网站359条次，微信公众号143条次；办理人大建议和政协提案26件，"
    "其中主办15件、协办11件，按期答复率100%。现行有效规范性文件12件，全年制定2件、废止1件，"
    "组织法治学习{n}次，参加干部{m}人次，办理依申请公开3件，均在法定期限内答复。"
)  # the year's postings, submissions, documents, trainings and requests


def main() -> int:
    """Times the command on the text, and Python's own start beside it."""
    with tempfile.TemporaryDirectory(prefix="zhunsheng-") as folder:
        path = Path(folder) / "report.txt"
        path.write_text(_text(), encoding="utf-8")
        _audit(path)
        audits, starts = [], []
        for _ in range(_TIMES):
            starts.append(
                seconds_of(lambda: subprocess.run([sys.executable, "-c", ""], check=True))
            )
            audits.append(seconds_of(lambda: _audit(path)))
        django = _imports_django(path)
    ours, bare = Series(tuple(audits)), Series(tuple(starts))
    show(
        f"zhunsheng audit of {len(_text()):,} characters, {_TIMES} times each",
        ("", "least s", "median s"),
        [
            ("start of Python alone", f"{bare.least:.3f}", f"{bare.median:.3f}"),
            ("audit", f"{ours.least:.3f}", verdict(ours.median, _TARGET)),
        ],
    )
    print(f"  Django imported: {'yes, MISSED' if django else 'no'}")
    return 0


def _text() -> str:
    lines = ["澜川市科学技术局2024年法治政府建设年度报告"]
    for number, chapter in enumerate(_CHAPTERS):
        lines.append(f"{chapter}、主要举措和成效")
        lines += [_PARAGRAPH.format(n=number + k, m=120 + k) for k in range(3)]
    return "\n".join(lines)


def _audit(path: Path) -> None:
    code = subprocess.run([*_COMMAND, path], stdout=subprocess.DEVNULL, check=False).returncode
    if code not in _FOUND:
        raise SystemExit(f"审核未能运行 / the audit did not run: {code}")


def _imports_django(path: Path) -> bool:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", *_COMMAND[1:], path],
        capture_output=True,
        check=False,
        text=True,
    )
    return any(line.split("|")[-1].strip() == "django" for line in told.stderr.splitlines())


if __name__ == "__main__":
    sys.exit(main())
