"""A saved state of a scenario's roster."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scheduler.problem import Problem
from scheduler.solution import Solution


class VersionState(StrEnum):
    """Drafts change, published versions are what agents were told."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One roster with the problem it was made for, so that it can be judged and priced again at any time."""

    scenario: str
    number: int
    state: VersionState
    created: datetime
    note: str
    problem: Problem
    solution: Solution
