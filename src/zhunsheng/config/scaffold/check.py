"""A new check: one file whose bad example fails until its rule is written."""

import re
from pathlib import Path
from typing import Final

from zhunsheng.audit import checks
from zhunsheng.config.scaffold.errors import NameRefusedError
from zhunsheng.config.scaffold.write import write

TEMPLATES: Final = Path(__file__).resolve().parent / "check"
_NAME: Final = r"(clm|dup|fmt|law|ldg|nam|prv|qty|rel|rep|yoy)(\d{3})?_[a-z][a-z0-9_]{2,40}"


def new_check(name: str, *, into: Path | None = None) -> Path:
    """The new file; `fmt_title_missing` takes the next free code, `fmt031_…` that one.

    Errors: NameRefusedError, FolderTakenError.
    """
    match = re.fullmatch(_NAME, name)
    if match is None:
        raise NameRefusedError(name, _NAME)
    subject, number = match[1], match[2]
    folder = (into or Path(checks.__path__[0])) / subject
    taken = {int(p.stem[3:6]) for p in folder.glob(f"{subject}[0-9][0-9][0-9]_*.py")}
    code = f"{subject}{number or f'{max(taken, default=0) + 1:03}'}"
    if int(code[3:]) in taken:
        raise NameRefusedError(name, f"{code.upper()}未被使用 / {code.upper()} unused")
    fault = name.split("_", 1)[1]
    (made,) = write(TEMPLATES, folder, {"code": code, "name": fault, "upper": code.upper()})
    (folder / "__init__.py").touch()
    return made
