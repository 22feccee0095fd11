"""Why the first files of something new could not be written."""

from pathlib import Path


class ScaffoldError(Exception):
    """Base of what can stand in the way of new files."""

    code = "SCAFFOLD"

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} / {en}")


class NameRefusedError(ScaffoldError):
    """The name cannot be a Python package."""

    code = "SCAFFOLD_NAME"

    def __init__(self, name: str, wanted: str) -> None:
        super().__init__(
            f"“{name}”不能用作名称：应为{wanted}；请换一个名称。",
            f"'{name}' cannot be the name: it must match {wanted}; choose another.",
        )


class FolderTakenError(ScaffoldError):
    """There is something of that name already."""

    code = "SCAFFOLD_TAKEN"

    def __init__(self, where: Path) -> None:
        super().__init__(
            f"“{where.name}”已经存在（{where}），没有写入任何文件；请换一个名称。",
            f"'{where.name}' exists already ({where}); nothing was written; choose another name.",
        )
