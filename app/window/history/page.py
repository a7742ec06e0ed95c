"""History: what was counted, day by day and hour by hour, and what the cleaning found in it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from app.project.project import Project
from app.window.forecast.refreshing import Refreshing
from app.window.formats import dated_text, number_text, share_text
from app.window.frame.card import Card
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.message import Message, Mood
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.tiles import Tile, Tiles
from app.window.frame.view import ProjectView
from app.window.history.calendar_days import Edits
from app.window.history.calendar_tab import CalendarTab
from app.window.history.cleaning_rows import CleaningRow, named_promotion, toggled
from app.window.history.day_hours import DayHours, day_hours
from app.window.history.findings_card import FindingsCard
from app.window.history.importing import Importing
from app.wording import words

_ = words("window")


class HistoryPage(FilledPage):
    """Primary: import."""

    step = "history"

    def __init__(self, desk: Desk) -> None:
        self._importing: Importing | None = None
        super().__init__(desk)
        self._importing = Importing(desk, self)
        self._refreshing = Refreshing(desk)
        self.primary = self.act(_("Import"), "import", self._import, "Ctrl+I")
        self.secondary = (self.act(_("Import a folder"), "folder", self._importing.ask_folder),)
        self.act(_("Paste table"), "copy", self._importing.paste, "Ctrl+V")

    def title(self) -> str:
        """The step's name."""
        return _("History")

    def is_empty(self, view: ProjectView) -> bool:
        """Without any count."""
        return not view.project.history.series

    def empty(self) -> QWidget:
        """The way in."""
        return EmptyState(
            "history",
            _("Import the inquiries your customer-service desk exported: one row per day and hour is enough. "
              "Agents, shifts and promotions come in the same way."),
            _("Import files"),
            self._import,
            _("Try the sample: a shop before Double 11"),
            self.desk.sample,
        )  # fmt: skip

    def build(self) -> QWidget:
        """Tiles over the pictures, findings beside."""
        from app.window.history.pictures import HistoryPictures

        self._tiles, self._pictures = Tiles(), HistoryPictures()
        self.findings, self.calendar, self.tabs = FindingsCard(), CalendarTab(), QTabWidget()
        self.tabs.setAccessibleName(_("History"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.findings, _("What was found"))
        self.tabs.addTab(self.calendar, _("Calendar"))
        self.findings.acted.connect(self._act)
        self.findings.named.connect(self._name)
        self.findings.removed.connect(self._remove)
        self.calendar.changed.connect(self._edit_calendar)
        self.calendar.refused.connect(lambda why: self.desk.say(Message(why, Mood.WARNING)))
        beside = Card()
        beside.put(self.tabs)
        self._pictures.skill_chosen.connect(self._show_skill)
        split = RememberingSplitter("history", Qt.Orientation.Horizontal, self._pictures, beside, shares=(8, 5))
        return stacked(self._tiles, split)

    def fill(self, view: ProjectView) -> None:
        """Show the skill chosen, the first one at first."""
        self._view = view
        self._pictures.show_skills(view.project.history.skills())
        found = self.findings.show_project(view)
        self.tabs.setTabText(0, _("What was found ({count})").format(count=found))
        self.findings.show_batches(self.desk.document.file.batches())
        told = view.project.outlook
        self.calendar.show_calendar(Edits(told.calendar, told.occasions), view.project.horizon.first_day.year)
        self._show_skill(self._pictures.skill)

    def follow(self, view: ProjectView | None) -> None:
        """Only an open project can take files in."""
        for act in (self.primary, *self.secondary):
            if act is not None:
                act.setEnabled(view is not None)

    def _show_skill(self, skill: str) -> None:
        counted = day_hours(self._view.project.history, skill, self._view.project.promotions)
        if counted is not None:
            self._tiles.show_tiles(history_tiles(counted))
            self._pictures.show_counts(counted)

    def _act(self, row: CleaningRow) -> None:
        """Take a cleaning back or make it again; odd days answered with no are asked about again."""
        label = _("Clean again") if row.done else _("No promotion") if row.stretch else _("Cleaning taken back")
        self._decide(label, kept=toggled(self._view.project.outlook.kept, row))

    def _name(self, row: CleaningRow) -> None:
        """Make a promotion of odd days."""
        project = self._view.project
        if row.stretch is None:
            return
        named = named_promotion(*row.stretch, {promotion.name for promotion in project.promotions})
        self._store(_("Promotion from the history"), replace(project, promotions=(*project.promotions, named)))
        text = _("{name} was added; give it its true name and phases on the forecast page.").format(name=named.name)
        self.desk.say(Message(text, Mood.GOOD, _("Look at the forecast"), lambda: self.desk.go("forecast")))

    def _edit_calendar(self, edits: Edits) -> None:
        """Keep the edits; what is on a day moves no forecast."""
        project = self._view.project
        told = replace(project.outlook, calendar=edits.kinds, occasions=edits.occasions)
        keep = self.desk.document.change if told.calendar == project.outlook.calendar else self._store
        keep(_("Calendar"), replace(project, outlook=told))

    def _decide(self, label: str, **change: Any) -> None:
        project = self._view.project
        self._store(label, replace(project, outlook=replace(project.outlook, **change)))

    def _store(self, label: str, project: Project) -> None:
        """Keep a change; an existing forecast follows it."""
        self.desk.document.change(label, project)
        if self._view.forecast is not None:
            self._refreshing.start()

    def _remove(self, batch: int) -> None:
        self.desk.document.file.remove_batch(batch)
        self.desk.document.reload()

    def _import(self) -> None:
        if self._importing is not None:
            self._importing.ask()


def history_tiles(counted: DayHours) -> tuple[Tile, ...]:
    """Days counted, an ordinary day, the busiest day, what is missing."""
    days, busiest, mean = counted.matrix.days, counted.busiest, counted.ordinary_mean
    missing = counted.missing_hours
    whole = f"{dated_text(counted.matrix.first_day)} – {dated_text(counted.matrix.last_day)}"
    return (
        Tile(_("Days counted"), number_text(days), _("days"), whole),
        Tile(_("An ordinary day"), number_text(mean), _("inquiries"), _("mean of days outside promotions")),
        Tile(
            _("The busiest day"),
            number_text(busiest[1]) if busiest else "–",
            _("inquiries"),
            _("{day}, {times} times an ordinary day").format(
                day=dated_text(busiest[0]), times=number_text(busiest[1] / mean, 1)
            )
            if busiest and mean > 0
            else "",
        ),
        Tile(
            _("Missing hours"),
            number_text(missing),
            _("hours"),
            _("{share} of all hours, hatched below").format(share=share_text(missing / (days * 24)))
            if missing
            else _("every hour was counted"),
        ),
    )
