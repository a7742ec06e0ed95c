"""The roster open and what is known of it, kept up to date: pages, status line and editor judge nothing twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.project.version import Cells, PlanVersion
    from scheduler.judged import Judged
    from scheduler.problem import Problem
    from scheduler.roster import Roster


class Judgement:
    """Judges the version asked for; when it differs from the last one in cells alone, only those anew."""

    def __init__(self) -> None:
        self._version: PlanVersion | None = None
        self._judged: Judged | None = None

    def of(self, version: PlanVersion) -> Judged:
        """What is known of a version's roster; locks that its search was given are left out, the lead may lift them."""
        from scheduler.judged import Judged  # a tenth of a second; needed once there is a roster

        if self._version is version and self._judged is not None:
            return self._judged
        roster = version.solution.roster
        if self._judged is not None and self._version is not None and self._version.problem is version.problem:
            self._judged = self._judged.edited(difference(self._judged.roster, roster))
        else:
            self._judged = Judged.of(unlocked(version.problem), roster)
        self._version = version
        return self._judged

    def keep(self, version: PlanVersion, judged: Judged) -> None:
        """Remember what was found already of a version like the last one but for some cells."""
        self._version, self._judged = version, judged


def difference(before: Roster, after: Roster) -> Cells:
    """The cells of `after` that are other than in `before`, None a day off."""
    gone: Cells = dict.fromkeys(key for key in before.cells if key not in after.cells)
    return {**gone, **{key: cell for key, cell in after.cells.items() if before.cells.get(key) != cell}}


def unlocked(problem: Problem) -> Problem:
    """The problem without locks."""
    return replace(problem, agents={name: replace(agent, locks=()) for name, agent in problem.agents.items()})
