"""Why a backup or a restore is refused."""

from zhunsheng.kernel.errors import KernelError


class BackupError(KernelError):
    """A backup that cannot be made, is not whole, or would overwrite something."""

    code = "BACKUP"
