"""The project file: every accepted change is on disk before the call that made it returns."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, delete, insert

from app.project import stale, undo
from app.project.batch import ImportBatch
from app.project.database import reading, writing
from app.project.logged_file import LoggedFile, now
from app.project.meanwhile import laid_on, revision_of
from app.project.opening import bring_up_to_date, make_tables, refuse_unless_database, refuse_unless_free
from app.project.parts import batches, forecasts, requirements, versions
from app.project.parts.history import read_history
from app.project.parts.rows import read_rows
from app.project.parts.whole import read_parts, write_parts
from app.project.project import Project
from app.project.result_schema import SWEEP_POINT
from app.project.results import Results
from app.project.version import CellKey, Cells, PlanVersion, VersionHead, VersionState
from forecasts.forecast import Forecast
from forecasts.history import History
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.solution import Solution
from scheduler.staffing.requirement import Requirement

HISTORIES_KEPT = 3


class ProjectFile(LoggedFile):
    """An open project. Another process may have the same file open; what it changed since this object read the project
    is kept (`change`).
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._histories: dict[tuple[int, ...], History] = {}

    @classmethod
    def create(cls, path: Path, project: Project) -> Self:
        """A new file with this project, its history as one batch. Refuses to overwrite (PF09)."""
        refuse_unless_free(path)
        file = cls(path)
        try:
            make_tables(file._engine, path)
            added = [(ImportBatch(project.name, kind="project", rows=_rows(project.history)), project.history)]
            file.add_import("new project", project, added if project.history.series else [])
            with writing(file._engine, path) as connection:
                undo.forget(connection)
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
        return file

    @classmethod
    def open(cls, path: Path) -> Self:
        """An existing project, upgraded if an earlier program made it. Raises InputError (PF01 … PF07)."""
        refuse_unless_database(path)
        file = cls(path)
        try:
            bring_up_to_date(file._engine, path)
        except BaseException:
            file.close()
            raise
        return file

    def again(self) -> Self:
        """Another object on the same file, for another thread; the history that was read is shared."""
        other = type(self)(self.path)
        other._histories = self._histories
        return other

    def read(self) -> Project:
        """The whole project, history included."""
        with reading(self._engine, self.path) as connection:
            return self._seen(connection)

    def _seen(self, connection: Connection) -> Project:
        """The project as the one that the next change is made from."""
        self._read_last, self._revision = self._read(connection), revision_of(connection)
        return self._read_last

    def _read(self, connection: Connection) -> Project:
        in_force = tuple(batch.id for batch in batches.read_batches(connection))
        if in_force not in self._histories:  # a batch never changes, and no id comes twice
            kept = list(self._histories.items())[1 - HISTORIES_KEPT :]  # an import taken back shows the one before
            self._histories = {**dict(kept), in_force: read_history(connection)}
        project = read_parts(connection)
        published = versions.read_published_days(connection, project.horizon.first_day)
        return replace(project, history=self._histories[in_force], published=published)

    def change(self, label: str, project: Project) -> None:
        """Store everything of a project but its history; only what differs is written. What another program changed
        since the project was read last stays.

        Raises InputError for an agent id (TM01) or scenario name (PF11) that occurs twice, and when the other program
        changed the same part of the project (PF12).
        """
        self.add_import(label, project, ())

    def add_import(self, label: str, project: Project, added: Sequence[tuple[ImportBatch, History]]) -> tuple[int, ...]:
        """One import as one change: the project with its new lists, and batches of history. Returns their ids."""
        with self._changing(label) as connection:
            project = self._on_top(connection, project)
            write_parts(connection, project)
            numbers = tuple(batches.add_batch(connection, batch, history) for batch, history in added)
        self._read_last, self._revision = (None, None) if added else (project, self._written)
        return numbers

    def _on_top(self, connection: Connection, project: Project) -> Project:
        """The project to write, when what it was made from is no longer what the file holds."""
        if self._read_last is None or revision_of(connection) == self._revision:
            return project
        return laid_on(self._read_last, project, self._read(connection))

    def add_batch(self, batch: ImportBatch, history: History) -> int:
        """Add one file's history; an earlier import of the same source that it spans is replaced."""
        with self._changing(f"import {batch.source}") as connection:
            return batches.add_batch(connection, batch, history)

    def batches(self) -> tuple[ImportBatch, ...]:
        """The import batches in force, oldest first."""
        with reading(self._engine, self.path) as connection:
            return batches.read_batches(connection)

    def remove_batch(self, number: int) -> None:
        """Take an import out of the history; one that it replaced comes forward again."""
        with self._changing(f"remove import {number}") as connection:
            batches.remove_batch(connection, number)

    def save_forecast(self, scenario: str, forecast: Forecast) -> None:
        """Keep a scenario's forecast, as made from the project that this object read last."""
        made_from = stale.forecast_inputs(self._read_last or self.read(), scenario)
        with self._changing(f"forecast {scenario}", follows=True) as connection:
            forecasts.write_forecast(connection, scenario, forecast, made_from)

    def forecast(self, scenario: str) -> Forecast | None:
        """The scenario's forecast, None when it has none yet."""
        with reading(self._engine, self.path) as connection:
            found = forecasts.read_forecast(connection, scenario)
        return found[0] if found else None

    def save_requirement(self, scenario: str, requirement: Requirement) -> None:
        """Keep a scenario's requirement, as made from its stored forecast and the goals read last."""
        made_from = stale.requirement_inputs(self._read_last or self.read(), scenario, self.forecast(scenario))
        with self._changing(f"requirement {scenario}", follows=True) as connection:
            requirements.write_requirement(connection, scenario, requirement, made_from)

    def requirement(self, scenario: str) -> Requirement | None:
        """The scenario's requirement, None when it has none yet."""
        with reading(self._engine, self.path) as connection:
            found = requirements.read_requirement(connection, scenario)
        return found[0] if found else None

    def save_solution(self, scenario: str, problem: Problem, solution: Solution, note: str = "") -> PlanVersion:
        """Keep a roster as the scenario's next draft."""
        with self._changing(f"roster {scenario}") as connection:
            return versions.add_version(connection, scenario, problem, solution, note, now())

    def edit_roster(
        self,
        label: str,
        scenario: str,
        number: int,
        cells: Cells,
        locks: Mapping[CellKey, bool] | None = None,
        goes_on: bool = False,
    ) -> int:
        """Change cells of a roster by hand, None a day off, and lock or unlock cells, all as one step of undo.

        A published version stays as it is; the edit goes into a new draft like it. Returns the draft's number. What
        `goes_on` with the edit before is taken back with it. Raises KeyError for a version that there is not.
        """
        with self._changing(label, follows=goes_on, renames=goes_on) as connection:
            if cells:
                number = versions.draft_of(connection, scenario, number, now())
                versions.edit_cells(connection, scenario, number, cells)
            versions.write_locks(connection, scenario, locks or {})
        return number

    def publish(self, label: str, scenario: str, number: int) -> None:
        """Make a version the one that agents were told."""
        with self._changing(label) as connection:
            versions.set_state(connection, scenario, number, VersionState.PUBLISHED)

    def latest_version(self, scenario: str) -> PlanVersion | None:
        """The scenario's newest roster, None when it has none yet."""
        with reading(self._engine, self.path) as connection:
            return next(iter(versions.read_versions(connection, scenario, only_latest=True)), None)

    def versions(self, scenario: str) -> tuple[PlanVersion, ...]:
        """All rosters of a scenario, oldest first."""
        with reading(self._engine, self.path) as connection:
            return versions.read_versions(connection, scenario)

    def version_heads(self, scenario: str) -> tuple[VersionHead, ...]:
        """What a list of a scenario's rosters tells, oldest first; none of them is read."""
        with reading(self._engine, self.path) as connection:
            return versions.read_heads(connection, scenario)

    def roster(self, scenario: str, number: int) -> Roster:
        """The roster of a version."""
        with reading(self._engine, self.path) as connection:
            return versions.read_roster(connection, scenario, number)

    def results(self, scenario: str = "") -> Results:
        """Everything made for a scenario ("" the first), read as one state of the file, with what of it is stale.

        Raises KeyError for a scenario that the project does not have.
        """
        with reading(self._engine, self.path) as connection:
            project = self._seen(connection)
            scenario = scenario or project.scenarios[0].name
            forecast = forecasts.read_forecast(connection, scenario)
            requirement = requirements.read_requirement(connection, scenario)
            version = next(iter(versions.read_versions(connection, scenario, only_latest=True)), None)
            locks = versions.read_locks(connection, scenario)
        return Results(
            project,
            project.scenario(scenario),
            forecast[0] if forecast else None,
            requirement[0] if requirement else None,
            version,
            stale.stale_steps(project, scenario, forecast, requirement, version),
            locks,
        )

    def stale(self, scenario: str, step: stale.Step) -> bool:
        """Whether a result (or one it was made from) is missing or older than its inputs, told by their content."""
        return step in self.results(scenario).stale

    def sweep_rows(self) -> dict[str, tuple[Mapping[str, Any], Mapping[str, Any]]]:
        """Every finished point of every sweep, its numbers and its plan, by the key of what it was made from."""
        with reading(self._engine, self.path) as connection:
            return {row["key"]: (row["row"], row["plan"]) for row in read_rows(connection, SWEEP_POINT)}

    def keep_sweep_row(self, key: str, row: Mapping[str, Any], plan: Mapping[str, Any]) -> None:
        """Keep a finished point; the same content is never planned twice."""
        with writing(self._engine, self.path) as connection:
            connection.execute(delete(SWEEP_POINT).where(SWEEP_POINT.c.key == key))
            connection.execute(insert(SWEEP_POINT).values(key=key, row=row, plan=plan))


def _rows(history: History) -> int:
    return sum(len(counts) for _, counts in history)
