"""Every check, found by looking into this folder: to add one is to add a file."""

import functools
import importlib
import pkgutil

from zhunsheng.audit.check import Check


class CheckCodeTakenError(Exception):
    """Two files declare one code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"审核规则代码{code}重复；请换一个。 / the code {code} is declared twice.")


@functools.cache
def all_checks() -> tuple[Check, ...]:
    """The checks in the order of their codes. Errors: CheckCodeTakenError."""
    found: dict[str, Check] = {}
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        if module.ispkg:
            continue
        check: Check = importlib.import_module(module.name).CHECK
        if check.code in found:
            raise CheckCodeTakenError(check.code)
        found[check.code] = check
    return tuple(found[code] for code in sorted(found))
