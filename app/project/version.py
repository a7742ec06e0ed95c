"""A saved state of a scenario's roster."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from scheduler.problem import Problem
from scheduler.roster import Assignment
from scheduler.solution import Outcome, Solution

CellKey = tuple[str, int]
"""Agent and day."""

Cells = Mapping[CellKey, Assignment | None]
"""What stands in cells, None a day off."""


class VersionState(StrEnum):
    """Drafts change, published versions are what agents were told."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class VersionHead:
    """What a list of versions tells of one."""

    number: int
    state: VersionState
    created: datetime


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One roster with the problem it was made for, so that it can be judged and priced again at any time.

    `edited`: changed by hand since the search; its objective is then that of the roster as it stands.
    """

    scenario: str
    number: int
    state: VersionState
    created: datetime
    note: str
    problem: Problem
    solution: Solution
    edited: bool = False


def edited_version(version: PlanVersion, number: int, cells: Cells, objective: float) -> PlanVersion:
    """The version with cells changed by hand and the cost it then has; under another number it is a new draft."""
    solution = replace(version.solution, roster=version.solution.roster.with_cells(cells))
    state = version.state if number == version.number else VersionState.DRAFT
    return replace(version, number=number, state=state, solution=as_edited(solution, objective), edited=True)


def as_edited(solution: Solution, objective: float) -> Solution:
    """A solution whose roster was changed by hand and costs `objective`; the bound, proven for any roster, holds."""
    return replace(solution, objective=objective, outcome=Outcome.FEASIBLE, conflict=())
