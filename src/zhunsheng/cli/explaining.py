"""`explain CODE`: the page of a check, or the list of all of them."""

import re
import sys
from typing import Final

_CODE: Final = re.compile(r"[A-Za-z]{3}\d{3}")


def is_code(word: str) -> bool:
    """Whether a word has the form of a check's code."""
    return bool(_CODE.fullmatch(word))


def run(code: str) -> int:
    """The exit code; an unknown one is refused with those of its subject."""
    from zhunsheng.audit.checks import all_checks
    from zhunsheng.audit.explain import page

    checks = {check.code: check for check in all_checks()}
    wanted = code.upper()
    if wanted in checks:
        print(page(checks[wanted]))
        return 0
    near = "、".join(c for c in checks if c.startswith(wanted[:3])) or "、".join(checks)
    print(
        f"没有规则{wanted}；有：{near} / there is no check {wanted}; there are: {near}",
        file=sys.stderr,
    )
    return 1
