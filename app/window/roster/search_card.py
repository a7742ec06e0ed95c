"""The optimise panel: how long and from which seed, start and stop, and how the running search stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.window.formats import number_text, share_text
from app.window.frame.card import Card
from app.window.frame.tiles import label
from app.window.jobs.job import Job
from app.window.jobs.jobs import Jobs
from app.window.jobs.progress import JobProgress
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.roster.search import JOB, Reach, SearchWish
from app.window.roster.search_curve import SearchCurve
from app.window.roster.short_texts import compact
from app.wording import words

_ = words("window")

LONGEST_SECONDS = 3600
LARGEST_SEED, DEAREST_CHANGE = 999_999, 9_999


class SearchCard(Card):
    """Follows the jobs of the window: a search that was running before the card was made is shown too."""

    started = Signal()
    stopped = Signal()
    weights_wanted = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(_("Optimise"))
        self._jobs = jobs
        self._possible = False
        self.seconds = _whole_number(1, LONGEST_SECONDS, SearchWish().seconds)
        self.seed = _whole_number(0, LARGEST_SEED, SearchWish().seed)
        self.seed.setToolTip(_("The same seed and limits begin the search the same way"))
        self.button = QPushButton()
        self.button.clicked.connect(self._pressed)
        self.weights = QPushButton(_("Weights"))
        self.weights.setProperty("kind", "link")
        self.weights.setToolTip(
            _("What shortage, surplus and unfairness cost; a change shows its effect on this roster")
        )
        self.weights.clicked.connect(lambda _checked=False: self.weights_wanted.emit())
        self.title_row.addWidget(self.weights)
        self.title_row.addWidget(self.button)
        self.reach = QComboBox()
        for reach, name in _reaches().items():
            self.reach.addItem(name, reach)
        self.reach.setAccessibleName(_("May change"))
        self.change_price = _whole_number(0, DEAREST_CHANGE, 0)
        self.change_price.setToolTip(_("Yuan for each day of an agent that becomes another; 0 looks for the best"))
        self.column.addLayout(_row((_("Time limit, s"), self.seconds), (_("Seed"), self.seed)))
        self.column.addLayout(_row((_("May change"), self.reach)))
        self.column.addLayout(_row((_("Yuan a change"), self.change_price)))
        self.curve = SearchCurve()
        self.figures = _Figures()
        self.put(self.figures, 0)
        self.put(self.curve, 0)
        jobs.began.connect(self._began)
        jobs.progressed.connect(self._progressed)
        jobs.over.connect(self._over)
        for job in jobs.running():
            self._began(job)
        self._follow()

    @property
    def wish(self) -> SearchWish:
        """What the fields ask for; a field left empty asks for the usual."""
        usual = SearchWish()
        return SearchWish(
            _value(self.seconds, usual.seconds),
            _value(self.seed, usual.seed),
            Reach(self.reach.currentData()),
            _value(self.change_price, usual.change_price),
        )

    def allow(self, possible: bool) -> None:
        """Whether a search can begin: there is a team and a requirement."""
        self._possible = possible
        self._follow()

    def _pressed(self) -> None:
        (self.stopped if self._jobs.is_running(JOB) else self.started).emit()

    def stop(self) -> None:
        """Ask to stop the search, if one is running."""
        if self._jobs.is_running(JOB):
            self.stopped.emit()

    def _began(self, job: Job) -> None:
        if job.kind == JOB:
            self.curve.clear()
            self.figures.show_progress(None)
            if job.last is not None:
                self._progressed(job, job.last)
            self._follow()

    def _progressed(self, job: Job, told: JobProgress) -> None:
        if job.kind == JOB:
            self.figures.show_progress(told)
            self.curve.add(told)

    def _over(self, job: Job, _end: object) -> None:
        if job.kind == JOB:
            self._follow()

    def _follow(self) -> None:
        running = self._jobs.is_running(JOB)
        self.button.setText(_("Stop") if running else _("Start"))
        self.button.setIcon(icon("stop" if running else "optimise"))
        self.button.setToolTip(
            _("Stop and keep the best roster so far") if running else _("Search for a better roster")
        )
        self.button.setEnabled(running or self._possible)
        for field in (self.seconds, self.seed, self.reach, self.change_price):
            field.setEnabled(not running)
        shown = running or bool(self.curve.points)
        self.curve.setVisible(shown)
        self.figures.setVisible(shown)


class _Figures(QWidget):
    """Best cost, bound, gap and elapsed time, two by two."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(space.IN_CARD))
        grid.setVerticalSpacing(look().px(2))
        self._values: list[QLabel] = []
        for place, name in enumerate((_("Best, yuan"), _("Bound, yuan"), _("Gap"), _("Elapsed"))):
            value = label("–")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setAccessibleName(name)
            self._values.append(value)
            grid.addWidget(label(name, "quiet"), place // 2, place % 2 * 2)
            grid.addWidget(value, place // 2, place % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_progress(self, told: JobProgress | None) -> None:
        """Say where the search stands; dashes before it has told anything."""
        now = told or JobProgress()
        seconds = "–" if now.seconds is None else _("{seconds} s").format(seconds=compact(now.seconds, 0))
        texts = (number_text(now.objective), number_text(now.bound), share_text(now.gap), seconds)
        for value, text in zip(self._values, texts, strict=True):
            value.setText(text)


def _reaches() -> dict[Reach, str]:
    return {
        Reach.ALL: _("everything but locked cells"),
        Reach.SELECTION: _("cells selected"),
        Reach.DAYS: _("days selected"),
        Reach.EMPTY: _("days off only"),
    }


def _row(*named: tuple[str, QWidget]) -> QHBoxLayout:
    """Fields behind their names."""
    row = QHBoxLayout()
    row.setSpacing(look().px(space.RELATED))
    for name, field in named:
        said = label(name, "quiet")
        said.setBuddy(field)
        field.setAccessibleName(name)
        row.addWidget(said)
        row.addWidget(field)
    row.addStretch(1)
    return row


def _value(field: QLineEdit, usual: int) -> int:
    return int(field.text()) if field.hasAcceptableInput() else usual


def _whole_number(least: int, most: int, value: int) -> QLineEdit:
    field = QLineEdit(str(value))
    field.setValidator(QIntValidator(least, most, field))
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setMaximumWidth(look().px(64))
    return field
