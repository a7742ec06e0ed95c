"""Review: what was planned beside what happened, and what to learn from it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTabWidget, QWidget

from app.window.export.saving import file_name, last_folder
from app.window.export.writing import write_file
from app.window.frame.card import Card
from app.window.frame.day_chooser import DayChooser, SkillChooser
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.message import Message, Mood
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.steps import has_actuals
from app.window.frame.tiles import Tiles
from app.window.frame.view import ProjectView
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import failure
from app.window.review.rows import lesson_columns, lesson_row, review_tiles, span_columns, span_row
from app.window.tables.numbers_table import NumbersTable
from app.wording import words

_ = words("window")


class ReviewPage(FilledPage):
    """Primary: import actuals."""

    step = "review"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._told: dict[str, Any] | None = None
        self._asked: tuple[object, ...] = ()
        self.primary = self.act(_("Import actuals"), "import", self._ask)
        self._keep = self.act(_("Keep the lessons"), "save", lambda: self._calculate(("--keep",)))
        self._save = self.act(_("Save as a workbook"), "export", self._ask_where)
        self.secondary = (self._keep, self._save)

    @property
    def is_told(self) -> bool:
        """Whether the review of what is known now stands there."""
        return self._told is not None

    def title(self) -> str:
        """The step's name."""
        return _("Review")

    def is_empty(self, view: ProjectView) -> bool:
        """Before there is a roster, and before anything of its days was counted."""
        return view.version is None or not has_actuals(view)

    def empty(self) -> QWidget:
        """The way to a first review."""
        sentence = _(
            "After the promotion, import what was counted: here forecast, actuals, roster and service then stand side "
            "by side, with what to learn for the next one."
        )
        return EmptyState("review", sentence, _("Import actuals"), self._ask, _("Go to the roster"), self._back)

    def follow(self, view: ProjectView | None) -> None:
        """Only a roster can be reviewed."""
        there = view is not None and view.version is not None
        if self.primary is not None:
            self.primary.setEnabled(there)
        for act in self.secondary:
            act.setEnabled(view is not None and not self.is_empty(view))

    def build(self) -> QWidget:
        """Tiles; charts over tables."""
        from app.window.review.chart import ReviewChart

        self._tiles, self._volume, self._agents = Tiles(), ReviewChart(), ReviewChart(agents=True)
        self._skill, self._day = SkillChooser(), DayChooser()
        self._volume.title_row.addWidget(self._skill)
        self._volume.title_row.addWidget(self._day)
        self._skill.chosen.connect(lambda _skill: self._draw())
        self._day.chosen.connect(lambda _day: self._draw())
        self.spans = NumbersTable(_("Spans"), span_columns())
        self.lessons = NumbersTable(_("Lessons"), lesson_columns())
        tabs = QTabWidget()
        tabs.setAccessibleName(_("Review"))
        tabs.setDocumentMode(True)
        tabs.addTab(self.spans, _("Spans"))
        tabs.addTab(self.lessons, _("Lessons"))
        below = Card()
        below.put(tabs)
        charts = RememberingSplitter(
            "review-charts", Qt.Orientation.Vertical, self._volume, self._agents, shares=(1, 1)
        )
        parts = RememberingSplitter("review", Qt.Orientation.Vertical, charts, below, shares=(3, 2))
        return stacked(self._tiles, parts)

    def fill(self, view: ProjectView) -> None:
        """Review what is known now; the same question is asked once."""
        self._view = view
        version, actuals = view.version, view.project.outlook.actuals
        asked = (view.path, view.scenario, version.number if version else 0, actuals, view.project.goals)
        if asked != self._asked:
            self._asked, self._told = asked, None
            self._wait(_("Calculating the review …"))
            self._calculate()
        self._show()

    def _wait(self, why: str) -> None:
        """What was told before is no longer true: why there is nothing stands in its place."""
        self._tiles.show_tiles(())
        for table in (self.spans, self.lessons):
            table.show_rows([])
        for chart in (self._volume, self._agents):
            chart.wait(why)

    def _calculate(self, more: Sequence[str] = ()) -> None:
        title = _("Reviewing")

        def ended(end: JobEnd) -> None:
            if not end.well:
                if self._told is None:
                    self._wait(_("There is no review; the message below says why."))
                self.desk.say(failure(title, end))
                return
            self._told = json.loads(end.output)
            self._show()
            if more:
                self.desk.document.reload()
                kept = _("Lessons kept; the actuals are history now, and the next promotion learns from them.")
                self.desk.say(Message(kept, Mood.GOOD))

        arguments = ["review", "--project", str(self._view.path), "--scenario", self._view.scenario.name]
        self.desk.jobs.start("review", title, [*arguments, "--json", *more], ended)

    def _show(self) -> None:
        if self._told is None:
            return
        self._tiles.show_tiles(review_tiles(self._told))
        self.spans.show_rows([span_row(span) for span in self._told["spans"]])
        self.lessons.show_rows([lesson_row(lesson) for lesson in self._told["lessons"]])
        self._skill.show_skills(curves["skill"] for curves in self._told["curves"])
        self._day.show_horizon(self._view.project.horizon)
        self._draw()

    def _draw(self) -> None:
        curves = (
            next((one for one in self._told["curves"] if one["skill"] == self._skill.skill), None)
            if self._told
            else None
        )
        if curves is not None:
            for chart in (self._volume, self._agents):
                chart.show_curves(self._view, curves, self._day.day)

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Import actuals"), "", _("Tables and lists (*.xlsx *.xls *.csv *.tsv *.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: self.take_in([Path(name) for name in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read files of counts or attendance into the project; the review follows by itself."""
        view, title = self.desk.document.view, _("Importing")
        if view is None:
            return

        def ended(end: JobEnd) -> None:
            if end.well:
                self.desk.document.reload()
            else:
                self.desk.say(failure(title, end))

        arguments = ["import", *map(str, paths), "--project", str(view.path), "--actuals"]
        self.desk.jobs.start("import", title, arguments, ended)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _("Save as a workbook"), str(last_folder() or ""), "*.xlsx")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{file_name(self._view, self._view.project.horizon.first_day)}_{_('Review')}.xlsx")
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """The same as a workbook."""
        arguments = ["review", "--project", str(self._view.path), "--scenario", self._view.scenario.name]
        write_file(self.desk, "export", [*arguments, "--out", str(path)], path)

    def _back(self) -> None:
        self.desk.go("roster")
