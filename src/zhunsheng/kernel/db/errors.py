"""What the database layer refuses by itself; each says it in both languages."""

from pathlib import Path

from django.db.utils import OperationalError


class StorageError(OperationalError):
    """Base: the database cannot be trusted, or cannot be written now; nothing was saved."""

    code = "STORAGE"

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        super().__init__(f"{zh} / {en}")


class WriterTimeoutError(StorageError):
    """Another writer kept the ledgers for longer than the deadline."""

    code = "WRITER_TIMEOUT"

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"等待写入超过{seconds:g}秒：另一操作正在写入台账；您的操作没有保存，请稍后重试。",
            f"Waited {seconds:g} s for another writer of the ledgers; nothing was saved: try again"
            " in a moment.",
        )


class LockFileError(StorageError):
    """The lock files beside the database cannot be opened."""

    code = "LOCK_FILE"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"无法打开写入锁文件{path}（{reason}）：写入次序得不到保证，因此没有保存；"
            "请检查数据文件夹的权限与磁盘空间。",
            f"The lock file {path} cannot be opened ({reason}): writers could not take turns, so"
            " nothing was saved; check permissions and free space of the data folder.",
        )


class NotDurableError(StorageError):
    """The database is not set up to keep what it acknowledges; `faults` are (zh, en)."""

    code = "NOT_DURABLE"

    def __init__(self, faults: tuple[tuple[str, str], ...]) -> None:
        self.faults = faults
        super().__init__(
            f"数据库设置不能保证已确认的数据不丢失：{'；'.join(zh for zh, _ in faults)}。"
            "请改正后再启动。",
            "The database would not keep what it acknowledges:"
            f" {'; '.join(en for _, en in faults)}. Correct this before starting.",
        )


class DatabaseBehindError(StorageError):
    """Tables or columns that this version needs are not there."""

    code = "DATABASE_BEHIND"

    def __init__(self) -> None:
        super().__init__(
            "数据库尚未建立，或者落后于程序的版本；请先运行 zhunsheng prepare，"
            "或者用 make serve 启动服务，它会先做这一步。",
            "There is no database yet, or it is behind this version: run `zhunsheng prepare` first,"
            " which `make serve` does as well.",
        )


class FenceMissingError(StorageError):
    """Triggers that protect the records are not in the database, or are not ours any more."""

    code = "FENCE_MISSING"

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        listed = "、".join(names[:5])
        super().__init__(
            f"数据库缺少或被改动了{len(names)}个保护触发器（{listed}）：记录可能被改写而不留痕；"
            "请先查明原因，再运行 migrate 重建后启动。",
            f"{len(names)} protective triggers are missing or altered ({', '.join(names[:5])}):"
            " records could be rewritten without trace; find out why, then run migrate, which"
            " makes them anew, before starting.",
        )


class UnfenceableError(StorageError):
    """A table that declares a fence cannot have one."""

    code = "UNFENCEABLE"

    def __init__(self, table: str, *, zh: str, en: str) -> None:
        super().__init__(
            f"表{table}无法加保护触发器：{zh}。",
            f"The table {table} cannot be fenced: {en}.",
        )
