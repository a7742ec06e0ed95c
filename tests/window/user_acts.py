"""Acts of a user all over the window, picked by chance; whatever they are, they can be undone."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.commands import run_command
from app.project.branches import with_copy, with_scenario, without
from app.project.project import Project, Scenario
from app.project.rostering import problem_of
from app.window.frame.main_window import MainWindow
from app.window.frame.reading import reading_of
from app.window.frame.view import ProjectView
from app.window.history.page import HistoryPage
from app.window.jobs.job import JobEnd
from app.window.jobs.solve import stored
from app.window.roster.page import RosterPage
from app.window.rules.page import RulesPage
from forecasts.day_kinds import DayKind
from forecasts.overrides import Override
from scheduler.objective import cost
from scheduler.roster import Assignment, Roster
from scheduler.solution import Outcome, Solution
from scheduler.staffing.goals import Goals
from scheduler.team import DatedAbsence
from tests.there import there
from tests.window.shown import board_of, page_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
KEYS = [
    *((key, Modifier.NoModifier) for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_X, Key.Key_Space, Key.Key_L)),
    *((key, Modifier.ControlModifier) for key in (Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_D, Key.Key_R, Key.Key_L)),
    *((key, Modifier.AltModifier) for key in (Key.Key_Left, Key.Key_Right)),
    (Key.Key_X, Modifier.ControlModifier | Modifier.ShiftModifier),
]
WELL = JobEnd(0, "", "", False, None)


@dataclass(frozen=True)
class User:
    """Somebody at the window, whose project it is, and a folder for the files they bring."""

    window: MainWindow
    random: Random
    folder: Path

    @property
    def view(self) -> ProjectView:
        view = self.window.document.view
        assert view is not None
        return view

    @property
    def project(self) -> Project:
        return self.view.project

    def act(self) -> None:
        """One act, until it is shown."""
        acts = list(ACTS)
        chosen = self.random.choices(acts, [ACTS[act] for act in acts])[0]
        chosen(self)
        QApplication.processEvents()

    def change(self, label: str, **parts: Any) -> None:
        """What a page does with a form or a list."""
        self.window.document.change(label, replace(self.project, **parts))

    def edit_roster(self) -> None:
        """A key in the matrix, on a cell or a block."""
        if not self.sees_roster():
            return
        matrix, random = board_of(self.window).matrix, self.random
        rows, days = matrix.selection.rows, matrix.selection.days
        matrix.select(matrix.selection.at(random.randrange(rows), random.randrange(days)))
        if random.random() < 0.4:
            matrix.select(matrix.selection.at(random.randrange(rows), random.randrange(days), extend=True))
        QTest.keyClick(matrix, *random.choice(KEYS))

    def sees_roster(self) -> bool:
        """A scenario that is new has none."""
        self.window.go("roster")
        return not page_of(self.window, RosterPage).is_empty(self.view)

    def publish(self) -> None:
        if self.sees_roster() and board_of(self.window).side.changes.publish.isEnabled():
            board_of(self.window).side.changes.publish.click()

    def accept_violation(self) -> None:
        judged = self.window.document.judged
        if self.sees_roster() and judged is not None and judged.violations:
            reason = self.random.choice(("已与本人商定", ""))
            board_of(self.window).violations.accepted.emit(self.random.choice(judged.violations), reason)

    def change_rule(self) -> None:
        self.window.go("rules")
        table = there(page_of(self.window, RulesPage).table)
        index = table.model.index(self.random.randrange(table.model.rowCount()), 2)
        table.model.setData(index, str(self.random.randint(1, 9)), Qt.ItemDataRole.EditRole)

    def change_team(self) -> None:
        """An absence, a new agent, or one that leaves."""
        team, random = list(self.project.team), self.random
        number = random.randrange(len(team))
        kind = random.random()
        if kind < 0.6 or len(team) < 5:
            day = self.project.horizon.day(random.randrange(self.project.horizon.days))
            start = datetime.combine(day, time())
            absences = (*team[number].absences, DatedAbsence(start, start + timedelta(days=1), "年假"))
            team[number] = replace(team[number], absences=absences)
        elif kind < 0.8:
            team.append(replace(team[number], id=f"N{len(team)}-{random.randrange(10**6)}", name="新客服"))
        else:
            del team[number]
        self.change("team", team=tuple(team))

    def change_inputs(self) -> None:
        """A goal, an override, the calendar, or the seats."""
        random, outlook, horizon = self.random, self.project.outlook, self.project.horizon
        day = horizon.day(random.randrange(horizon.days))
        start = datetime.combine(day, time(random.randrange(24)))
        override = Override(start, start + timedelta(hours=2), factor=1.0 + random.randrange(1, 9) / 4)
        parts: list[dict[str, Any]] = [
            {"goals": {**self.project.goals, "presale": Goals(max_concurrency=random.randrange(1, 30))}},
            {"outlook": replace(outlook, overrides=(*outlook.overrides, override))},
            {"outlook": replace(outlook, calendar={**outlook.calendar, day: random.choice(list(DayKind))})},
            {"seat_limit": random.randrange(5, 40)},
        ]
        self.change("inputs", **random.choice(parts))

    def move_phase(self) -> None:
        """A phase is moved; forecast and requirement follow from other processes, as one step with it."""
        promotions = list(self.project.promotions)
        number = self.random.randrange(len(promotions))
        phases = list(promotions[number].phases)
        later = timedelta(minutes=30 * self.random.randrange(1, 4))
        phases[-1] = replace(phases[-1], end=phases[-1].end + later)
        promotions[number] = replace(promotions[number], phases=tuple(phases))
        self.change("phase", promotions=tuple(promotions))
        scenario, factor = self.view.scenario.name, self.random.uniform(0.8, 1.2)
        other = self.window.document.file.again()
        other.read()
        forecast, requirement = other.forecast(scenario), other.requirement(scenario)
        if forecast is not None:
            scaled = {key: replace(part, mean=part.mean * factor) for key, part in forecast}
            other.save_forecast(scenario, replace(forecast, series=scaled))
        if requirement is not None:
            skills = {skill: replace(part, requirement=part.requirement * factor) for skill, part in requirement}
            other.save_requirement(scenario, replace(requirement, skills=skills))
        self.window.document.follow(reading_of(other, scenario))

    def change_scenarios(self) -> None:
        """One is copied, renamed or taken away."""
        random, project = self.random, self.project
        own = list(project.scenarios[1:])
        new, kind = f"方案 {random.randrange(10**6)}", random.random()
        if kind < 0.5 or len(own) < 2:
            after = with_copy(project, random.choice(project.scenarios).name, new)
        elif kind < 0.75:
            chosen = random.choice(own)
            renamed: Scenario = replace(chosen, name=new, volume_factor=random.choice((0.9, 1.1)))
            after = with_scenario(project, chosen.name, renamed)
        else:
            after = without(project, random.choice(own).name)
        self.window.document.change("scenario", after)

    def look_at_scenario(self) -> None:
        self.window.document.choose_scenario(self.random.choice(self.project.scenarios).name)

    def optimise(self) -> None:
        """A search's answer is judged, stored and shown; its process is left out."""
        view, scenario = self.view, self.view.scenario
        if view.requirement is None:
            return
        problem = problem_of(view.project, scenario, view.requirement)
        cells = []
        for agent in problem.agents.values():
            for day in range(problem.horizon.days):
                if shifts := self.random.choice((problem.eligible_shifts(agent), ())):
                    shift = problem.shifts[self.random.choice(shifts)]
                    cells.append(Assignment(agent.id, day, shift.id, tuple(one.earliest for one in shift.breaks)))
        roster = Roster.of(cells)
        total = cost(problem, roster).total
        solution = Solution(Outcome.FEASIBLE, roster, total, total * 0.9)
        answer = stored(self.window.document.file.again(), scenario.name, problem, solution, WELL, "")
        assert answer.reading is not None
        self.window.document.follow(answer.reading)

    def import_file(self) -> None:
        """The command of the import's second reading; a file brought again takes the place of the one before."""
        path = self.folder / f"咨询量{self.random.randrange(3)}.csv"
        first = self.project.horizon.first_day - timedelta(days=30)
        days = [first + timedelta(days=number) for number in range(14)]
        rows = [f"{day},{hour},presale,{self.random.randrange(99)}" for day in days for hour in range(24)]
        path.write_text("日期,小时,技能,咨询量\n" + "\n".join(rows), "utf-8")
        arguments = ["import", str(path), "--project", str(self.view.path), "--replace", "--json"]
        assert run_command(arguments) == 0
        self.window.document.follow(reading_of(self.window.document.file.again(), self.view.scenario.name))

    def remove_import(self) -> None:
        self.window.go("history")
        batches = self.window.document.file.batches()
        if len(batches) > 1:
            page_of(self.window, HistoryPage)._remove(self.random.choice(batches[1:]).id)

    def undo_and_redo(self) -> None:
        """Some steps back, some of them again."""
        back = self.random.randrange(1, 6)
        for _step in range(back):
            self.window.document.undo()
        for _step in range(self.random.randrange(back + 1)):
            self.window.document.redo()

    def reopen(self) -> None:
        """The project is closed and opened again."""
        path = self.view.path
        self.window.document.close()
        assert self.window.acts.open_path(path)


ACTS: dict[Callable[[User], None], float] = {
    User.edit_roster: 50,
    User.change_rule: 10,
    User.change_team: 8,
    User.change_inputs: 6,
    User.undo_and_redo: 6,
    User.publish: 4,
    User.accept_violation: 4,
    User.look_at_scenario: 4,
    User.move_phase: 3,
    User.change_scenarios: 3,
    User.optimise: 3,
    User.import_file: 2,
    User.remove_import: 1,
    User.reopen: 1,
}
"""How often each is done."""
