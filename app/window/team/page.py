"""The team page (团队): who can be rostered and when."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.message import Message, Mood
from app.window.frame.project_acts import refusal
from app.window.frame.view import ProjectView
from app.window.history.importing import Importing
from app.window.team.balances import BalancesDialog
from app.window.team.board import TeamBoard
from app.window.team.day_edits import fresh_agent
from app.window.team.shifts_tab import by_id
from app.wording import words
from forecasts.findings import InputError
from scheduler.shift import Shift
from scheduler.team import TeamAgent

_ = words("window")


class TeamPage(FilledPage):
    """Its primary act imports a list of agents, their absences or requests."""

    step = "team"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board: TeamBoard | None = None
        self.primary = self.act(_("Import list"), "import", self.import_list, "Ctrl+I")
        self.act(_("Paste list"), "copy", self.paste_list, "Ctrl+V")
        self.act(_("Find agents"), "search", self._find, "Ctrl+F")
        self.secondary = (self.act(_("Balances and alternating weeks"), "day", self.edit_balances),)
        self._importing: Importing | None = None

    def title(self) -> str:
        """What the header calls it."""
        return _("Team")

    def is_empty(self, view: ProjectView) -> bool:
        """Whether there is nobody yet."""
        return not view.project.team

    def empty(self) -> QWidget:
        """The way to a team."""
        sentence = _(
            "Import the list of your agents: name, contract, skills. Absences and requests come in the same way."
        )
        return EmptyState("team", sentence, _("Import list"), self.import_list, _("Type the agents in"), self._begin)

    def _begin(self) -> None:
        """The first agent, to be typed over."""
        view = self.desk.document.view
        if view is not None:
            new = fresh_agent((), _("New agent"))
            self._change_team((new,), _("add agent {agent}").format(agent=new.id))

    def build(self) -> QWidget:
        """The board."""
        self.board = TeamBoard()
        self.board.team_changed.connect(self._change_team)
        self.board.shifts_changed.connect(self._change_shifts)
        self.board.refused.connect(self._refuse)
        return self.board

    def _refuse(self, why: str) -> None:
        self.desk.say(Message(why, Mood.WARNING))

    def _change_team(self, team: tuple[TeamAgent, ...], what: str) -> None:
        self._store(what, team=team)

    def _change_shifts(self, shifts: Sequence[Shift]) -> None:
        try:
            self._store(_("Shift table"), shifts=by_id(shifts))
        except ValueError as twice:
            self._refuse(str(twice))
            self._show_again()

    def _store(self, what: str, **change: Any) -> None:
        """Keep a change, or say why not."""
        view = self.desk.document.view
        if view is None:
            return
        try:
            self.desk.document.change(what, replace(view.project, **change))
        except InputError as refused:
            self.desk.say(refusal(refused))
            self._show_again()

    def _show_again(self) -> None:
        view = self.desk.document.view
        if view is not None and self.board is not None:
            self.board.show_view(view)

    def fill(self, view: ProjectView) -> None:
        """Show the team of the project."""
        if self.board is not None:
            self.board.show_view(view)

    def follow(self, view: ProjectView | None) -> None:
        """A list can be imported as soon as a project is open."""
        for act in (self.primary, *self.secondary):
            if act is not None:
                act.setEnabled(view is not None)

    def import_list(self) -> None:
        """Choose files, look at what they hold, take it in."""
        self._import().ask()

    def paste_list(self) -> None:
        """Agents, absences, requests, shifts: whatever list is on the clipboard."""
        self._import().paste()

    def _import(self) -> Importing:
        self._importing = self._importing or Importing(self.desk, self.window())
        return self._importing

    def edit_balances(self) -> None:
        """What agents are owed in days off, and the turn of the weeks."""
        view = self.desk.document.view
        if view is None:
            return
        dialog = BalancesDialog(view.project, self.window())
        dialog.accepted.connect(lambda: self._store_balances(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _store_balances(self, dialog: BalancesDialog) -> None:
        view = self.desk.document.view
        if view is not None and dialog.project != view.project:
            self.desk.document.change(_("Balances and alternating weeks"), dialog.project)

    def _find(self) -> None:
        if self.board is not None:
            self.board.filter.setFocus()
