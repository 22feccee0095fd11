"""The pages of the audit's checks, one for each subject, and the published schemas."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from zhunsheng.audit.check import Check, Stage
from zhunsheng.audit.checks import all_checks
from zhunsheng.audit.explain import cited_rule, page
from zhunsheng.audit.model import Severity
from zhunsheng.audit.schema import AUDIT
from zhunsheng.audit.subjects import SUBJECTS
from zhunsheng.reports.facts_schema import schema_bytes

_MADE: Final = "<!-- made by `make docs`; changes are lost -->\n\n"


def check_files() -> dict[PurePosixPath, str]:
    """Every file under docs/reference that this module makes, with its text."""
    folder = PurePosixPath("checks")
    by_subject: dict[str, list[Check]] = {}
    for check in all_checks():
        by_subject.setdefault(check.code[:3], []).append(check)
    made = {folder / "README.md": _index(by_subject)}
    for subject, checks in by_subject.items():
        pages = "\n".join(_deeper(page(check)) for check in checks)
        zh, en = SUBJECTS[subject]
        made[folder / f"{subject}.md"] = f"{_MADE}# {subject} {zh} / {en}\n\n{pages}"
    schema = json.dumps(AUDIT, ensure_ascii=False, indent=1)
    made[PurePosixPath("audit.schema.json")] = schema + "\n"
    made[PurePosixPath("facts.schema.json")] = schema_bytes().decode()
    return made


def _deeper(text: str) -> str:
    """The page with its headings one level down."""
    return text.replace("\n## ", "\n### ").replace("# ", "## ", 1)


def _index(by_subject: dict[str, list[Check]]) -> str:
    stable = sum(c.stage is Stage.STABLE for checks in by_subject.values() for c in checks)
    lines = [
        f"{_MADE}# 审核规则 / checks of the audit\n",
        f"稳定规则{stable}条。 / {stable} stable checks. `zhunsheng explain CODE` prints one.\n",
    ]
    for subject, checks in by_subject.items():
        zh, en = SUBJECTS[subject]
        lines.append(f"## [{subject} {zh} / {en}]({subject}.md)\n")
        lines += ["| | | |", "|---|---|---|", *_rows(checks), ""]
    return "\n".join(lines)


def _rows(checks: list[Check]) -> Iterator[str]:
    for check in checks:
        kind = "问题" if check.severity == Severity.ERROR else "提示"
        stage = "" if check.stage is Stage.STABLE else f" ({check.stage})"
        law = f"<br>{cited_rule(check.law)}" if check.law else ""
        yield f"| {check.code}{stage} | {kind} | {check.zh}<br>{check.en}{law} |"
