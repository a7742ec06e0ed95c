"""What a sweep varies, how long each point may take, and the button that starts and stops it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from app.window.comparison.factor_range import FactorRange
from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.wording import words

_ = words("window")
MOST_POINTS = 400
SECONDS = 20


class SweepControls(QWidget):
    """`started` and `stopped` when the button is pressed; `wanted` when the chosen point is to become a scenario."""

    started = Signal()
    stopped = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._runs = False
        self.first = FactorRange(_("First factor"), optional=False)
        self.second = FactorRange(_("Second factor"), optional=True)
        self.seconds = QSpinBox()
        self.seconds.setRange(1, 3600)
        self.seconds.setValue(SECONDS)
        self.seconds.setSuffix(" " + _("s"))
        self.seconds.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.seconds.setAccessibleName(_("Time for each point"))
        self.button = QPushButton()
        self.branch = QPushButton(icon("add"), _("Make it a scenario"))
        self.branch.setAccessibleName(_("Make it a scenario"))
        self.branch.setToolTip(_("Add the chosen point to the scenarios"))
        self.state = label("", "quiet")
        self._lay_out()
        self.button.clicked.connect(self._pressed)
        self.branch.clicked.connect(self.wanted.emit)
        for part in (self.first, self.second):
            part.changed.connect(self._follow)
        self.seconds.valueChanged.connect(self._follow)

    def _lay_out(self) -> None:
        column, acts = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, look().px(8), 0, 0)
        for row in (column, acts):
            row.setSpacing(look().px(space.RELATED))
        for part in (label(_("Time for each point"), "quiet"), self.seconds, self.button):
            acts.addWidget(part)
        acts.addWidget(self.state, 1)
        acts.addWidget(self.branch)
        column.addWidget(self.first)
        column.addWidget(self.second)
        column.addLayout(acts)

    def offer(self, contracts: Sequence[str]) -> None:
        """The factors of a team."""
        self.first.offer(contracts, "volume")
        self.second.offer(contracts, "")
        self._follow()

    @property
    def factors(self) -> list[str]:
        """What is varied."""
        return [part.name for part in (self.first, self.second) if part.name]

    @property
    def count(self) -> int:
        """Points of the sweep."""
        return len(self.first.typed) * (len(self.second.typed) if self.second.name else 1)

    @property
    def arguments(self) -> list[str]:
        """As the command takes them."""
        vary = [word for part in (self.first, self.second) if part.name for word in ("--vary", part.argument)]
        return [*vary, "--seconds", str(self.seconds.value())]

    def _pressed(self) -> None:
        (self.stopped if self._runs else self.started).emit()

    def show_running(self, runs: bool, done: float = 0.0) -> None:
        """Start becomes Stop while it runs; `done` as a share."""
        self._runs = runs
        self._follow()
        if runs:
            finished = round(done * self.count)
            self.state.setText(_("{done} of {count} points").format(done=finished, count=self.count))

    def _follow(self) -> None:
        possible = 0 < self.count <= MOST_POINTS and len(set(self.factors)) == len(self.factors)
        word, picture = (_("Stop"), "stop") if self._runs else (_("Start the sweep"), "optimise")
        self.button.setText(word)
        self.button.setAccessibleName(word)
        self.button.setIcon(icon(picture))
        self.button.setEnabled(possible or self._runs)
        for part in (self.first, self.second, self.seconds):
            part.setEnabled(not self._runs)
        if not self._runs:
            self.state.setText(_("{count} points").format(count=self.count) if possible else self._why_not())

    def _why_not(self) -> str:
        if len(set(self.factors)) < len(self.factors):
            return _("Choose two different factors.")
        return _("Choose 1 to {most} points.").format(most=MOST_POINTS)
