"""The message bar: what happened and what to do; while a job runs, what it does, how far it is, and Stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from app.window.formats import number_text, share_text
from app.window.frame.elided import ElidedLines
from app.window.frame.message import Message, Mood
from app.window.frame.tiles import label
from app.window.jobs.progress import JobProgress
from app.window.look import space
from app.window.look.icons import icon, pixmap
from app.window.look.look import look
from app.wording import words

if TYPE_CHECKING:
    from app.window.jobs.job import Job
    from app.window.jobs.jobs import Jobs

_ = words("window")
MARKS = {
    Mood.TOLD: ("hint", "hint"),
    Mood.GOOD: ("check", "good"),
    Mood.WARNING: ("policy", "policy"),
    Mood.ERROR: ("law", "law"),
}


def progress_text(told: JobProgress) -> str:
    """What a job has reached, in words."""
    parts = []
    if told.done is not None:
        parts.append(share_text(told.done))
    if told.seconds is not None:
        parts.append(_("{seconds} s").format(seconds=number_text(told.seconds)))
    if told.objective is not None:
        parts.append(_("best cost so far {cost} yuan").format(cost=number_text(told.objective)))
    if told.gap is not None:
        parts.append(_("gap {gap}").format(gap=share_text(told.gap)))
    return " · ".join(parts)


class MessageBar(QFrame):
    """Two lines at most; a new message takes the place of the old one. Silent, it looks like the page's own edge."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self._jobs = jobs
        self._message = Message("")
        self._mark = QLabel()
        self._text = ElidedLines(2)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._act = QPushButton()
        self._act.clicked.connect(self._run)
        self._away = QToolButton()
        self._away.setIcon(icon("close", "text_quiet"))
        self._away.setAccessibleName(_("Dismiss the message"))
        self._away.setToolTip(_("Dismiss the message"))
        self._away.clicked.connect(lambda: self.say(Message("")))
        self._job = JobRow(jobs)
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(space.IN_CARD), look().px(4), look().px(space.RELATED), look().px(4))
        row.setSpacing(look().px(space.RELATED))
        for part, stretch in ((self._mark, 0), (self._text, 1), (self._act, 0), (self._away, 0), (self._job, 0)):
            row.addWidget(part, stretch)
        lines = max(look().px(28) + 6, 2 * self._text.fontMetrics().lineSpacing())
        self.setFixedHeight(2 * look().px(4) + lines)  # as with a button: the page above never moves
        jobs.over.connect(self._tone)
        jobs.began.connect(self._make_room)
        jobs.began.connect(self._tone)
        self.say(Message(""))

    def say(self, message: Message) -> None:
        """Show a message; an empty one clears the bar."""
        self._message = message
        symbol, token = MARKS[message.mood]
        self._mark.setPixmap(pixmap(symbol, str(getattr(look().theme, token)), look().px(16)))
        self._text.setText(message.text)
        self._text.setToolTip(message.text)
        self._text.setAccessibleName(message.text)
        self._act.setText(message.act)
        self._act.setAccessibleName(message.act)
        self._mark.setVisible(bool(message.text))
        self._away.setVisible(bool(message.text))
        self._act.setVisible(bool(message.act))
        self._tone()

    def _tone(self, *_told: object) -> None:
        silent = not self._message.text and not self._jobs.running()
        if self.property("silent") != silent:
            self.setProperty("silent", silent)
            self.style().unpolish(self)
            self.style().polish(self)

    @property
    def message(self) -> Message:
        """What it says now."""
        return self._message

    def _make_room(self, _job: Job) -> None:
        """Good news of an earlier job would read as if the new one were done."""
        if self._message.mood in {Mood.GOOD, Mood.TOLD}:
            self.say(Message(""))

    def _run(self) -> None:
        run = self._message.run
        self.say(Message(""))
        if run is not None:
            run()


class JobRow(QWidget):
    """The job that tells something at the moment, with Stop."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._shown: Job | None = None
        self._title = label("")
        self._reached = label("", "quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(look().px(140))
        self._stop = QPushButton(icon("stop"), _("Stop"))
        self._stop.clicked.connect(self._stop_job)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(space.RELATED))
        for part in (self._title, self._reached, self._bar, self._stop):
            row.addWidget(part)
        jobs.began.connect(self._began)
        jobs.progressed.connect(self._progressed)
        jobs.over.connect(self._over)
        self.hide()
        for job in jobs.running():
            self._began(job)

    def _began(self, job: Job) -> None:
        self._shown = job
        self._title.setText(job.title)
        self._bar.setAccessibleName(job.title)
        self._stop.setEnabled(True)
        self._tell(job.last or JobProgress())
        self.show()

    def _progressed(self, job: Job, told: JobProgress) -> None:
        if job is self._shown:
            self._tell(told)

    def _tell(self, told: JobProgress) -> None:
        self._reached.setText(progress_text(told))
        self._bar.setRange(0, 1000 if told.done is not None else 0)
        if told.done is not None:
            self._bar.setValue(round(told.done * 1000))

    def _over(self, job: Job, _end: object) -> None:
        others = [other for other in self._jobs.running() if other is not job]
        if others:
            self._began(others[-1])
        else:
            self._shown = None
            self._bar.setRange(0, 1)
            self.hide()

    def _stop_job(self) -> None:
        if self._shown is not None:
            self._stop.setEnabled(False)
            self._title.setText(_("Stopping, keeping the best so far …"))
            self._jobs.stop(self._shown.kind)
