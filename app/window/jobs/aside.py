"""Work that would keep the window from answering, in a thread of its own; what it made comes back to the window's."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Aside(QObject):
    """Runs `work`, which touches no widget, and tells `done` what it returned or the exception it raised."""

    done = Signal(object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._thread = Thread(target=self._run, name="aside")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Stay until it is over; `done` is told afterwards."""
        self._thread.join()

    def _run(self) -> None:
        try:
            made = self._work()
        except Exception as error:  # raised again where it can be told
            made = error
        self.done.emit(made)
