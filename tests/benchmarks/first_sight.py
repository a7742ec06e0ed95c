"""Runs a script that opens a window, up to the end of its first painting: `python first_sight.py SCRIPT`.

Prints the clock (CLOCK_MONOTONIC, one for all processes) and the CPU time spent, both in nanoseconds, and ends.
"""

import os
import runpy
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication


class Seen(QObject):
    """Lets a window be exposed, which paints it, and ends the process."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is not QEvent.Type.Expose:
            return False
        watched.removeEventFilter(self)
        QCoreApplication.sendEvent(watched, event)
        print(time.clock_gettime_ns(time.CLOCK_MONOTONIC), time.process_time_ns(), flush=True)
        os._exit(0)


def main() -> None:
    """Take the event loop over just before it begins."""
    seen, run = Seen(), QApplication.exec

    def watch() -> int:
        windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        windows[0].windowHandle().installEventFilter(seen)
        return run()

    QApplication.exec = staticmethod(watch)  # type: ignore[method-assign]  # the script shall run it unawares
    script = Path(sys.argv.pop(1))
    sys.argv[0] = str(script)
    sys.path.insert(0, str(script.parent))
    runpy.run_path(str(script), run_name="__main__")


if __name__ == "__main__":
    main()
