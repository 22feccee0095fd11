"""What goes wrong while waiting to write."""

from pathlib import Path

from django.db.utils import OperationalError


class WriteTurnError(OperationalError):
    """Base of the errors of waiting to write; nothing of the operation was saved."""

    code = "WRITE_TURN"

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        super().__init__(f"{zh} / {en}")


class WriterTimeoutError(WriteTurnError):
    """Another writer kept the ledgers for longer than the deadline."""

    code = "WRITER_TIMEOUT"

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"等待写入超过{seconds:g}秒：另一操作正在写入台账；您的操作没有保存，请稍后重试。",
            f"Waited {seconds:g} s for another writer of the ledgers; nothing was saved: try again"
            " in a moment.",
        )


class LockFileError(WriteTurnError):
    """The lock files beside the database cannot be opened."""

    code = "LOCK_FILE"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"无法打开写入锁文件{path}（{reason}）：写入次序得不到保证，因此没有保存；"
            "请检查数据文件夹的权限与磁盘空间。",
            f"The lock file {path} cannot be opened ({reason}): writers could not take turns, so"
            " nothing was saved; check permissions and free space of the data folder.",
        )
