"""The roster page (班表): the step where agents meet days."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.project.version import VersionHead
from app.project.waiver import with_reason
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.message import Message, Mood
from app.window.frame.reading import Reading
from app.window.frame.view import ProjectView
from app.window.roster.board import RosterBoard
from app.window.roster.editor import Editor
from app.window.roster.filling import Filling, filling_of
from app.window.roster.go_to_day import GoToDay
from app.window.roster.matrix_accessible import install
from app.window.roster.plan import RosterPlan
from app.window.roster.search import JOB, RosterSearch, SearchWish
from app.wording import words
from app.wording.rules import rule_name
from scheduler.roster import Roster
from scheduler.violation import Violation

_ = words("window")


class RosterPage(FilledPage):
    """Its primary act looks for a better roster; what stands in the panel says for how long."""

    step = "roster"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        install()
        self.board: RosterBoard | None = None
        self._shown: ProjectView | None = None
        self._ahead: Filling | None = None
        self.search = RosterSearch(desk)
        self.primary = self.act(_("Optimise roster"), "optimise", self.optimise, "Ctrl+Return")
        self.act(_("Next violation"), "policy", lambda: self._step_violation(True), "F8")
        self.act(_("Previous violation"), "policy", lambda: self._step_violation(False), "Shift+F8")
        self.act(_("Next shortage"), "requirement", self._next_shortage, "F7")
        self.act(_("Who could help"), "help", self._who_could_help, "Shift+F7")
        self.act(_("Find agents"), "search", self._find, "Ctrl+F")
        self.act(_("Go to a day"), "day", self._go_to_day, "Ctrl+G")
        self.act(_("Export"), "export", lambda: desk.go("export"), "Ctrl+E")
        desk.jobs.began.connect(self._follow_jobs)
        desk.jobs.over.connect(self._follow_jobs)

    def title(self) -> str:
        """What the header calls it."""
        return _("Roster")

    def is_empty(self, view: ProjectView) -> bool:
        """Whether team or requirement is still missing."""
        return not view.project.team or (view.requirement is None and view.version is None)

    def empty(self) -> QWidget:
        """The way to what is missing."""
        sentence = _("A roster needs a team and a requirement. Make both first, then one click finds the roster.")
        return EmptyState(
            "roster", sentence, _("Go to the requirement"), lambda: self.desk.go("requirement"),
            _("Go to the team"), lambda: self.desk.go("team"),
        )  # fmt: skip

    def build(self) -> QWidget:
        """The board and its wishes."""
        self.board = RosterBoard(self.desk.jobs)
        self.editor = Editor(self.desk, self.board.matrix)
        self.board.matrix.asked.connect(self.editor.do)
        self.board.day.edited.connect(self.editor.edit)
        self.board.side.reasons.wanted.connect(self.editor.edit)
        self.board.side.changes.published.connect(self._publish)
        self.board.side.changes.wanted.connect(self.editor.edit)
        self.board.violations.accepted.connect(self._accept)
        self.editor.details = self.board.explain
        self.board.search.started.connect(self.optimise)
        self.board.search.stopped.connect(self.search.stop)
        self.board.search.weights_wanted.connect(lambda: self.desk.go("rules"))
        return self.board

    def look_ahead(self, reading: Reading) -> None:
        """Make the plan in the thread that read it."""
        if self.board is not None and not self.is_empty(reading.view):
            view, judged = reading.view, reading.judgement.of(reading.view.version) if reading.view.version else None
            self._ahead = filling_of(view, judged, reading.file, self._shown, self.board.plan)

    def fill(self, view: ProjectView) -> None:
        """Show the scenario's latest roster; after an edit by hand or its undo only what differs is judged anew."""
        if self.board is not None:
            filling, self._ahead = self._ahead, None
            if filling is None or not filling.suits(view, self._shown, self.board.plan):
                document = self.desk.document
                filling = filling_of(view, document.judged, document.file, self._shown, self.board.plan)
            if filling.others:
                self._show_versions(view, filling.versions, filling.plan)
            self.board.show_edit(filling.plan) if filling.edited else self.board.show_plan(filling.plan)
            self._shown = view
            self.board.search.allow(view.requirement is not None)

    def _show_versions(self, view: ProjectView, versions: Sequence[VersionHead], plan: RosterPlan) -> None:
        """List the versions; a new roster of the search is shown as what it changes."""
        if self.board is None:
            return
        before = self._shown.version if self._shown and self._shown.path == view.path else None
        found = bool(before and view.version and view.version.number > before.number and not view.version.edited)
        against = before.number if found and before else None

        def roster_of(number: int) -> Roster:
            if before is not None and number == against:
                return before.solution.roster
            return self.desk.document.file.roster(view.scenario.name, number)

        self.board.side.changes.show_versions(plan, versions, roster_of, against)
        if found:
            self.board.side.show_card(self.board.side.changes)

    def _publish(self) -> None:
        view = self.desk.document.view
        if view is not None and view.version is not None:
            self.desk.document.publish(_("publish version {number}").format(number=view.version.number))
            text = _("Version {number} is published. Later edits become a new draft; Changes lists whom to tell.")
            self.desk.say(Message(text.format(number=view.version.number), Mood.GOOD))

    def _accept(self, violation: Violation, reason: str) -> None:
        """Keep a violation as an exception with its reason, or no longer."""
        view = self.desk.document.view
        if view is not None:
            label = _("exception: {rule}") if reason else _("no exception: {rule}")
            horizon, known = view.project.horizon, view.project.waivers
            waivers = with_reason(known, view.scenario.name, violation, horizon, reason)
            label = label.format(rule=rule_name(violation.rule))
            self.desk.document.change(label, replace(view.project, waivers=waivers))

    def follow(self, view: ProjectView | None) -> None:
        """The search can begin when there is something to roster and none is running."""
        possible = view is not None and view.requirement is not None and bool(view.project.team)
        if self.primary is not None:
            self.primary.setEnabled(possible and not self.search.is_running)

    def optimise(self) -> None:
        """Look for a better roster with the limits of the panel."""
        view = self.desk.document.view
        if view is None or view.requirement is None:
            self.desk.say(Message(_("There is no requirement yet. Work it out first."), Mood.WARNING))
            return
        self.search.start(view, self._wish())

    def _wish(self) -> SearchWish:
        """What the panel asks for, with what is selected."""
        if self.board is None:
            return SearchWish()
        keys = self.editor.keys
        agents, days = dict.fromkeys(agent for agent, _day in keys), dict.fromkeys(day for _agent, day in keys)
        return replace(self.board.search.wish, agents=tuple(agents), days=tuple(days))

    def _follow_jobs(self, job: object, _end: object = None) -> None:
        if getattr(job, "kind", "") == JOB:
            self.follow(self.desk.document.view)

    def _step_violation(self, forwards: bool) -> None:
        if self.board is not None:
            self.board.violations.step(forwards)

    def _next_shortage(self) -> None:
        if self.board is not None:
            self.board.next_shortage()

    def _who_could_help(self) -> None:
        if self.board is not None:
            self.board.explain_hour()

    def _find(self) -> None:
        if self.board is not None:
            self.board.bar.filter.setFocus()

    def _go_to_day(self) -> None:
        if self.board is None or self.board.plan is None:
            return
        matrix = self.board.matrix
        dialog = GoToDay(self.board.plan.horizon, self)
        dialog.chosen.connect(lambda day: matrix.select(matrix.selection.at(matrix.selection.row, day)))
        dialog.finished.connect(lambda _end: matrix.setFocus())
        dialog.open()
