"""A project file with everything that the window shows of it; can be made in a thread of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.window.frame.judgement import Judgement
from app.window.frame.view import ProjectView

if TYPE_CHECKING:
    from pathlib import Path

    from app.project.file import ProjectFile
    from app.project.undo_labels import UndoLabels


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """An open file, one state of it, what undo would do then, and the judgement of the roster."""

    file: ProjectFile
    view: ProjectView
    labels: UndoLabels
    judgement: Judgement


def read_path(path: Path) -> Reading:
    """Open a project and read its first scenario. Raises InputError when the file is not one."""
    from app.project.file import ProjectFile  # half a second; the window is visible before

    return reading_of(ProjectFile.open(path), "")


def reading_of(file: ProjectFile, scenario: str) -> Reading:
    """Read a scenario, the first one when there is none of that name; the file is closed when it cannot be read."""
    try:
        view, judgement = read_view(file, scenario), Judgement()
        if view.version is not None:
            _ = judgement.of(view.version).cost  # worked out here, where nobody waits for it
        return Reading(file, view, file.undo_labels(), judgement)
    except BaseException:
        file.close()
        raise


def read_view(file: ProjectFile, scenario: str) -> ProjectView:
    """What the pages show of a scenario, the first one when there is none of that name."""
    try:
        made = file.results(scenario)
    except KeyError:
        made = file.results()
    return ProjectView(
        path=file.path,
        project=made.project,
        scenario=made.scenario,
        forecast=made.forecast,
        requirement=made.requirement,
        version=made.version,
        stale=made.stale,
        locks=made.locks,
    )
