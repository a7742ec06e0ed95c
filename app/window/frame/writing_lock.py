"""One window writes a project: a lock file beside it says which. A window that has died holds nothing."""

from pathlib import Path

from PySide6.QtCore import QLockFile

SUFFIX = ".lock"
FORGOTTEN_MILLISECONDS = 12 * 3600 * 1000
"""When a lock of another computer counts as left behind; on this computer its process is looked for."""


class WritingLock:
    """The lock of one project. `holder` is the other window's computer, "" while the lock is ours."""

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
        return str(host) or "?"

    def release(self) -> None:
        """Let others write."""
        self._lock.unlock()
