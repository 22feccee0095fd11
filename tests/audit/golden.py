"""What the audit says of the documents kept here, as one file: `python -m tests.audit.golden`."""

import json
from pathlib import Path
from typing import Final

from tests.audit.test_genre import slips
from zhunsheng.audit import Finding, audit

HERE: Final = Path(__file__).parent
FILE: Final = HERE / "golden.json"
DOCUMENTS: Final = ("consistent_report.txt", "issued_report.txt", "sound_report.txt")


def answers() -> dict[str, list[str]]:
    """Each document, and each passage with a slip, with what is told of it, in order."""
    told = {}
    for name in DOCUMENTS:
        done = audit((HERE / name).read_text(encoding="utf-8"))
        told[name] = [
            *(_line(finding) for finding in (*done.findings, *done.remarks)),
            *(f"✓ {relation.arithmetic}" for relation in done.verified),
        ]
    for text in slips():
        told[text] = [_line(finding) for finding in audit(text, document=False).findings]
    return told


def written() -> str:
    """The file as it should stand."""
    return json.dumps(answers(), ensure_ascii=False, indent=1) + "\n"


def _line(finding: Finding) -> str:
    places = " ".join(f"{start}-{end}" for start, end in finding.spans)
    return f"{finding.code} {finding.zh} [{places}]"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
