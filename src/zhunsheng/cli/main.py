"""`zhunsheng VERB …`: `audit` and `verify FILE` start at once; the others set Django up first."""

import importlib
import os
import sys
from collections.abc import Sequence

_NOT_READ_TO_THE_END = 141  # as a shell tells it


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code; a reader that leaves early, as `head` does, gets no traceback."""
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still held back is written when Python ends: to where it troubles nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOT_READ_TO_THE_END
    return code


def _run(given: list[str]) -> int:
    if given and given[0] == "audit":
        from zhunsheng.cli import audit

        return audit.run(given[1:])
    if len(given) == 2 and given[0] == "explain":
        from zhunsheng.cli import explaining

        if explaining.is_code(given[1]):
            return explaining.run(given[1])
    if len(given) > 1 and given[0] == "verify" and not given[1].startswith("-"):
        # By name: the audit's command must not even know where the reports are.
        checked: int = importlib.import_module("zhunsheng.cli.package").run(given[1:])
        return checked
    verbs = importlib.import_module("zhunsheng.cli.verbs")
    if not given or given[0] not in verbs.VERBS:
        return _usage(verbs.VERBS, given)
    code: int = verbs.run(given)
    return code


def _usage(verbs: dict[str, tuple[str, str, str]], given: list[str]) -> int:
    wrong = bool(given) and given[0] not in ("help", "--help", "-h")
    out = sys.stderr if wrong else sys.stdout
    if wrong:
        print(f"没有命令“{given[0]}”。 / there is no verb '{given[0]}'.", file=out)
    print("用法 / usage: zhunsheng VERB …\n", file=out)
    print("  audit      审核报告中的数字 / audit the figures of a report", file=out)
    for name, (_, zh, en) in verbs.items():
        print(f"  {name:<10} {zh} / {en}", file=out)
    return 2 if wrong else 0
