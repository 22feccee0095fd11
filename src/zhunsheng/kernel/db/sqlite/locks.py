"""One exclusive lock on an open file, on POSIX and on Windows."""

import os
import sys
import time

if sys.platform == "win32":
    import msvcrt

    def try_lock(file: int) -> bool:
        """Whether the lock is now ours."""
        os.lseek(file, 0, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def wait_lock(file: int) -> None:
        """Returns when the lock is ours."""
        # Windows' own waiting gives up after ten seconds, asking once a second.
        while not try_lock(file):
            time.sleep(0.001)

    def unlock(file: int) -> None:
        """Gives the lock back."""
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    # flock, not lockf: a lockf belongs to the process, so threads would not exclude each other
    # and closing any descriptor of the file would give it away.
    import fcntl

    def try_lock(file: int) -> bool:
        """Whether the lock is now ours."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait_lock(file: int) -> None:
        """Returns when the lock is ours; the kernel serves waiters as they came."""
        fcntl.flock(file, fcntl.LOCK_EX)

    def unlock(file: int) -> None:
        """Gives the lock back."""
        fcntl.flock(file, fcntl.LOCK_UN)
