"""One window writes a project: a lock file beside it says which. A window that has died holds nothing."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

SUFFIX = ".lock"
FORGOTTEN_MILLISECONDS = 12 * 3600 * 1000
"""When a lock of another computer counts as left behind; on this computer its process is looked for."""


class WritingLock:
    """The lock of one project. `holder`: the other window's computer and since when, "" while the lock is ours."""

    def __init__(self, project: Path) -> None:
        self.project = project.resolve()
        self._lock = QLockFile(f"{self.project}{SUFFIX}")
        self._lock.setStaleLockTime(FORGOTTEN_MILLISECONDS)
        self.holder = ""
        self.ask()

    def ask(self) -> bool:
        """Take the lock if nobody else has it; whether it is ours now. A folder that takes no lock file has none."""
        taken = self._lock.isLocked() or self._lock.tryLock(0)
        held = not taken and self._lock.error() is QLockFile.LockError.LockFailedError
        self.holder = self._other() if held else ""
        return not held

    def _other(self) -> str:
        info = self._lock.getLockInfo()
        host = info[1] if isinstance(info, tuple) else ""
        try:
            since = f", {datetime.fromtimestamp(Path(self._lock.fileName()).stat().st_mtime):%m-%d %H:%M}"
        except OSError:  # released this moment
            since = ""
        return f"{host or '?'}{since}"

    def release(self) -> None:
        """Let others write."""
        self._lock.unlock()
