"""The sweep of a scenario: what is varied above, the frontier and every point below."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.comparison.frontier_chart import FrontierChart
from app.window.comparison.sweep_controls import SweepControls
from app.window.comparison.sweep_points import (
    MEASURES,
    SweepPoint,
    compared,
    frontier,
    point_columns,
    point_row,
    sweep_points,
)
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.view import ProjectView
from app.window.jobs.job import Job, JobEnd
from app.window.jobs.progress import JobProgress
from app.window.jobs.steps import failure
from app.window.look import space
from app.window.look.look import look
from app.window.names import scenario_name
from app.window.tables.numbers_table import NumbersTable
from app.wording import language, words

_ = words("window")
KIND, GAP = "sweep", "0.01"


class SweepPanel(QWidget):
    """`branched` carries the factors of the point that is to become a scenario."""

    branched = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.controls, self.chart = SweepControls(), FrontierChart()
        self.table = NumbersTable(_("Points of the sweep"), ())
        self.points: list[SweepPoint] = []
        self._of: tuple[Path, str] | None = None
        self._arguments: list[str] = []
        self._factors: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(space.RELATED))
        column.addWidget(self.controls)
        parts = RememberingSplitter("sweep", Qt.Orientation.Horizontal, self.chart, self.table, shares=(2, 3))
        column.addWidget(parts, 1)
        self.controls.started.connect(self._start)
        self.controls.stopped.connect(lambda: desk.jobs.stop(KIND))
        self.controls.wanted.connect(self._branch)
        self.chart.chosen.connect(self.choose)
        self.table.row_chosen.connect(self._draw)
        desk.jobs.progressed.connect(self._progressed)
        self._draw()

    def show_project(self, view: ProjectView) -> None:
        """Another reading of the project; points of another scenario are no longer shown."""
        if self._of != (view.path, view.scenario.name):
            self._show([], [])
            self._of = view.path, view.scenario.name
        self.controls.offer(sorted({agent.contract for agent in view.project.team}))

    @property
    def limits(self) -> list[str]:
        """The limits that its points were searched with, as commands take them."""
        return ["--seconds", str(self.controls.seconds.value()), "--gap", GAP]

    def _start(self) -> None:
        if self._of is None:
            return
        path, scenario = self._of
        self._factors = self.controls.factors
        self._arguments = ["--project", str(path), "--scenario", scenario, *self.controls.arguments, "--json"]
        title = _("Sweep of {name}").format(name=scenario_name(scenario))
        self._desk.jobs.start(KIND, title, [KIND, *self._arguments, "--progress"], self._ended)
        self.controls.show_running(True)

    def _progressed(self, job: Job, told: JobProgress) -> None:
        if job.kind == KIND and told.done is not None:
            self.controls.show_running(True, told.done)

    def _ended(self, end: JobEnd) -> None:
        self.controls.show_running(False)
        if end.stopped:
            title = _("Reading the finished points")
            self._desk.jobs.start("sweep-kept", title, [KIND, *self._arguments, "--kept"], self._ended)
        elif end.well:
            self._show(sweep_points(end.output, self._factors), self._factors)
            self._tell(end)
        else:
            self._desk.say(failure(_("The sweep"), end))

    def _tell(self, end: JobEnd) -> None:
        if end.words:
            self._desk.say(Message(end.words.splitlines()[0], Mood.WARNING))
            return
        told = [_("{done} of {count} points are finished.").format(done=len(self.points), count=self.controls.count)]
        pairs, wrong = compared(end.output)
        if pairs:
            text = _("{pairs} pairs of neighbours compared, {wrong} contradict each other beyond their gaps.")
            told.append(text.format(pairs=pairs, wrong=wrong))
        joined = ("" if language() == "zh_CN" else " ").join(told)
        self._desk.say(Message(joined, Mood.WARNING if wrong else Mood.GOOD))

    def _show(self, points: list[SweepPoint], factors: list[str]) -> None:
        self.points = points
        best = frontier(points, MEASURES["level"]) | frontier(points, MEASURES["short"])
        rows = [point_row(point, number in best) for number, point in enumerate(points)]
        self.table.show_rows(rows, point_columns(factors))
        self._draw()

    def choose(self, number: int) -> None:
        """Choose a point; table and chart show it."""
        self.table.selectRow(number)
        self._draw()

    def _draw(self) -> None:
        chosen = self.table.currentIndex().row()
        self.controls.branch.setEnabled(0 <= chosen < len(self.points))
        self.chart.show_points(self.points, chosen)

    def _branch(self) -> None:
        self.branched.emit(self.points[self.table.currentIndex().row()].values)
