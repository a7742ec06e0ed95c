"""What a person chose or answered before or after a first reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.files.values.moment import Calendar
from app.project.import_answers import Asked, ImportAnswer, answers_of
from app.project.project import Project
from forecasts.history import DEFAULT_SKILL
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import TeamAgent


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """Answers to what files leave open.

    `skill`, `shop`: of rows that name none. `year`: of dates without one. `horizon` of the plan, near which dates of
    absences and requests lie. `team`, `shifts`: what the project has, to which lists are matched. `day`: of a file
    without a date. `first_hour`: whether the first of hours numbered 1 … 24 means 00:00–01:00 (0) or 01:00–02:00 (1).
    `columns`: a column's name in the file to its meaning (`{"来访": "inquiries"}`). `codes`: a code of a roster sheet
    to a shift, or to a kind of leave. `agents`: a name in a file to the id of the agent it stands for. `header_row`:
    the row, from 1, that holds the names of the columns, where the files do not show it.
    """

    skill: str = DEFAULT_SKILL
    shop: str = ""
    year: int | None = None
    day: date | None = None
    horizon: Horizon | None = None
    team: tuple[TeamAgent, ...] = ()
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    first_hour: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    agents: Mapping[str, str] = field(default_factory=dict)
    header_row: int | None = None

    @classmethod
    def of(cls, project: Project) -> "ImportChoices":
        """What a project already answers."""
        columns, codes, agents = (dict(answers_of(project.import_answers, asked)) for asked in Asked)
        known = cls(horizon=project.horizon, team=project.team, shifts=project.shifts)
        return replace(known, columns=columns, codes=codes, agents=agents)

    def answers(self) -> tuple[ImportAnswer, ...]:
        """What is worth remembering of it."""
        told = zip(Asked, (self.columns, self.codes, self.agents), strict=True)
        return tuple(ImportAnswer(asked, said, meant) for asked, found in told for said, meant in found.items())

    def calendar(self, year: int | None, month: int | None = None) -> Calendar:
        """How history dates without a year, or days without a month, are read: by the choice, else by what was found
        in a title or name.
        """
        return Calendar(self.year or year, month=month)

    def plan_calendar(self) -> Calendar:
        """How dates of the plan without a year are read: near the horizon."""
        return Calendar(self.year, self.horizon.first_day if self.horizon else None)
