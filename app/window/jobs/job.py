"""One child process of our own command line."""

import codecs
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from app.window.jobs.aside import Aside
from app.window.jobs.progress import JobProgress, read_progress
from app.wording import language

MAIN = Path(__file__).resolve().parents[3] / "main.py"
PATIENCE_MILLISECONDS = 2000
"""How long a child may take to end after it was asked to."""


@dataclass(frozen=True, slots=True)
class JobEnd:
    """How a job ended: `status` of the command line (0 done, 1 attention, 2 bad input), what it wrote, and whether
    the user stopped it. `made`: what was made of it aside, before anybody is told.
    """

    status: int
    output: str
    words: str
    stopped: bool
    last: JobProgress | None
    made: object = None

    @property
    def well(self) -> bool:
        """Whether there is a result: done, perhaps with something to look at."""
        return self.status in {0, 1}


Arguments = Sequence[str] | Callable[[], Sequence[str]]
"""What a child is called with; where it takes long to prepare, a function that does so in a thread of its own."""
Digest = Callable[[JobEnd], object]
"""What takes long with a result: done in a thread of its own while the job still counts as running."""


class Job(QObject):
    """A running child. `kind` keeps two of a kind apart, `title` is what people read while it runs. One that `listens`
    keeps its best result when asked to stop; any other is ended at once, which is safe: all of them write whole or not.
    """

    progress = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        kind: str,
        title: str,
        arguments: Arguments,
        program: Sequence[str] = (),
        listens: bool = True,
        digest: Digest | None = None,
    ) -> None:
        super().__init__()
        self.kind, self.title, self._listens, self._digest = kind, title, listens, digest
        self._aside: Aside | None = None
        self.last: JobProgress | None = None
        self._stopped = self._over = False
        self._output = bytearray()
        self._words: list[str] = []
        self._rest = ""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace")
        self._program, self._arguments = program or (sys.executable, str(MAIN)), arguments
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._read_output)
        self._process.readyReadStandardError.connect(self._read_error)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed_to_start)
        self._patience.timeout.connect(self._process.kill)

    def start(self) -> None:
        """Let it run; `ended` tells when it is over, whatever happened."""
        if not callable(self._arguments):
            self._launch(self._arguments)
            return
        self._aside = Aside(self._arguments)
        self._aside.done.connect(self._prepared)
        self._aside.start()

    def _prepared(self, made: object) -> None:
        if self._aside is not None:
            self._aside.wait()
        self._aside = None
        if isinstance(made, list) and not self._stopped:
            self._launch(made)
        elif isinstance(made, list):
            self._close(JobEnd(-1, "", "", stopped=True, last=None))
        else:
            self.ended.emit(JobEnd(-1, "", "", self._stopped, None, made=made))

    def _launch(self, arguments: Sequence[str]) -> None:
        self._process.start(self._program[0], [*self._program[1:], *arguments])

    def stop(self) -> None:
        """Ask it to end and keep what it has; it is killed when it does not."""
        if self._over or self._stopped:
            return
        self._stopped = True
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return  # still being prepared; it will not be started
        if self._listens:
            self._process.write(b"stop\n")
            self._patience.start()
        else:
            self._process.kill()

    def stop_and_wait(self) -> None:
        """End it before the window goes; leaves no process behind."""
        self.stop()
        if not self._process.waitForFinished(PATIENCE_MILLISECONDS):
            self._process.kill()
            self._process.waitForFinished()
        if self._aside is not None:
            self._aside.wait()

    def _read_output(self) -> None:
        self._output += self._process.readAllStandardOutput().data()

    def _read_error(self) -> None:
        self._rest += self._decode.decode(self._process.readAllStandardError().data())
        *lines, self._rest = self._rest.split("\n")
        for line in lines:
            self._take(line)

    def _take(self, line: str) -> None:
        told = read_progress(line)
        if told is not None:
            self.last = told
            self.progress.emit(told)
        elif line.strip():
            self._words.append(line.strip())

    def _finished(self, status: int, how: QProcess.ExitStatus) -> None:
        self._read_output()
        self._read_error()
        self._take(self._rest)
        self._end(status if how is QProcess.ExitStatus.NormalExit else -1)

    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._words.append(self._process.errorString())
            self._end(-1)

    def _end(self, status: int) -> None:
        self._patience.stop()
        self._over = True
        output = self._output.decode("utf-8", "replace")
        self._close(JobEnd(status, output, "\n".join(self._words), self._stopped, self.last))

    def _close(self, end: JobEnd) -> None:
        """Tell the end, after what takes long with it was done aside."""
        digest = self._digest
        if digest is None:
            self.ended.emit(end)
            return
        self._end_told = end
        self._aside = Aside(lambda: digest(end))
        self._aside.done.connect(self._digested)
        self._aside.start()

    def _digested(self, made: object) -> None:
        if self._aside is not None:
            self._aside.wait()
        self.ended.emit(replace(self._end_told, made=made))


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PEAKROSTER_LANGUAGE", language())
    environment.insert("PYTHONIOENCODING", "utf-8")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (str(MAIN.parent), os.environ.get("PYTHONPATH")))))
    return environment
