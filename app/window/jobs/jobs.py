"""The jobs that run now, at most one of a kind."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.window.jobs.job import Arguments, Digest, Job, JobEnd
from forecasts.findings import InputError

LISTENING = frozenset({"solve"})
"""The kinds that end by themselves when asked, with a result."""
READING = frozenset({"backtest", "compare", "compare-export", "export", "robust", "sample", "sweep-kept"})
"""The kinds that change nothing in the project open, so that they may run where another window writes it."""


class Jobs(QObject):
    """`began`, `progressed` and `over` tell the message bar; who starts a job is told its end by `then`."""

    began = Signal(object)
    progressed = Signal(object, object)
    over = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[str, Job] = {}
        self._after: dict[str, Callable[[JobEnd], object]] = {}
        self.barred: InputError | None = None

    def running(self) -> tuple[Job, ...]:
        """Jobs under way."""
        return tuple(self._running.values())

    def is_running(self, kind: str) -> bool:
        """Whether a job of a kind is under way."""
        return kind in self._running

    def start(
        self,
        kind: str,
        title: str,
        arguments: Arguments,
        then: Callable[[JobEnd], object],
        program: Sequence[str] = (),
        digest: Digest | None = None,
    ) -> Job | None:
        """Start `main.py ARGUMENTS…`; `then` gets its end. None, and nothing started, while one of the kind runs.

        What takes long with a result is done by `digest`, in a thread of its own while the job still counts as running;
        `then` finds what it returned in `JobEnd.made`. Raises `barred`, if there is one, for a job that would write.
        """
        if self.barred is not None and kind not in READING:
            raise self.barred
        if kind in self._running:
            return None
        job = Job(kind, title, arguments, program, kind in LISTENING, digest)
        self._running[kind] = job
        self._after[kind] = then
        job.progress.connect(lambda told: self.progressed.emit(job, told))
        job.ended.connect(lambda end: self._ended(job, end))
        self.began.emit(job)
        job.start()
        return job

    def stop(self, kind: str) -> None:
        """Stop the job of a kind and keep what it has."""
        if kind in self._running:
            self._running[kind].stop()

    def stop_all_and_wait(self) -> None:
        """End every job before the window goes, telling nobody: the pages are going too."""
        for kind in list(self._after):
            self._after[kind] = _nothing
        for job in self.running():
            job.stop_and_wait()

    def _ended(self, job: Job, end: JobEnd) -> None:
        then = self._after.pop(job.kind)
        self._running.pop(job.kind)
        self.over.emit(job, end)
        job.deleteLater()
        if isinstance(end.made, Exception):
            raise end.made
        then(end)


def _nothing(_end: JobEnd) -> None:
    """After the window is gone there is nobody to tell."""
