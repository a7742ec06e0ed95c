"""A plan version as the sheets and pictures read it: rows of people, codes, hours and the staffing of each skill."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cached_property

from app.project.effective import team_of
from app.project.project import Project
from app.project.version import PlanVersion
from app.wording import words
from app.wording.names import listed, name_of, skill_rank
from app.workbook.agent_hours import AgentHours, agent_hours
from app.workbook.shift_look import cell_codes
from app.workbook.skill_staffing import SkillStaffing, skill_staffing
from forecasts.day_kinds import Calendar
from forecasts.forecast import Forecast
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.away import days_absent
from scheduler.pay.basis import pay_basis
from scheduler.pay.overtime import overtime_minutes
from scheduler.problem import Problem
from scheduler.shift import Shift
from scheduler.staffing.requirement import Requirement
from scheduler.team import TeamAgent

_ = words("workbook")


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One agent's row. `shifts`: shift id by day; `absent`: days away, why is nobody's business here.

    `agent_id` finds the agent; no team export shows it. `overtime_minutes`: beyond standard hours, as HR counts them.
    """

    agent_id: str
    name: str
    group: str
    contract: str
    skills: frozenset[str]
    shifts: Mapping[int, str]
    absent: frozenset[int]
    hours: AgentHours
    overtime_minutes: int = 0


@dataclass(frozen=True)
class TeamPlan:
    """Everything an export of a version shows; derived values are computed once. `told`: the version published last
    before this one, with which it is compared.
    """

    project: Project
    version: PlanVersion
    requirement: Requirement
    forecast: Forecast | None
    exported: datetime
    told: PlanVersion | None = None

    @property
    def problem(self) -> Problem:
        """The problem the version was made for."""
        return self.version.problem

    @property
    def horizon(self) -> Horizon:
        """The days planned."""
        return self.version.problem.horizon

    @property
    def weeks(self) -> AlternatingWeeks | None:
        """The turn of weeks with two days off and one, None when every weekend is free."""
        return self.project.alternating_weeks

    @property
    def calendar(self) -> Calendar:
        """What a person decided about single days against the shipped table of holidays."""
        return self.project.outlook.calendar

    @cached_property
    def shifts(self) -> dict[str, Shift]:
        """The shifts of the problem; code and name from the project when the problem carries none."""
        return {name: self._named(shift) for name, shift in self.problem.shifts.items()}

    @cached_property
    def codes(self) -> dict[str, str]:
        """Shift id to the code in a cell, in the project's order of shifts."""
        return cell_codes(self.shifts.values())

    @cached_property
    def rows(self) -> tuple[TeamRow, ...]:
        """Agents by group, in the team's order; those the team has since lost come last."""
        team = {agent.id: agent for agent in team_of(self.project, self.project.scenario(self.version.scenario))}
        known = [agent_id for agent_id in team if agent_id in self.problem.agents]
        lost = [agent_id for agent_id in self.problem.agents if agent_id not in team]
        groups = list(dict.fromkeys(team[agent_id].group for agent_id in known))
        known.sort(key=lambda agent_id: groups.index(team[agent_id].group))
        rows = [self._row(self.problem.agents[agent_id], team[agent_id]) for agent_id in known]
        return (*rows, *(self._row(self.problem.agents[agent_id], None, n) for n, agent_id in enumerate(lost, 1)))

    @cached_property
    def staffing(self) -> tuple[SkillStaffing, ...]:
        """Requirement and cover of every skill, in the order of the product."""
        parts = skill_staffing(self.problem, self.version.solution.roster)
        return tuple(sorted(parts, key=lambda part: skill_rank(part.skill)))

    @property
    def title(self) -> str:
        """The promotion or promotions planned for, else the project's name."""
        names = [p.name for p in self.project.promotions if self._touches_horizon(p.name)]
        return " · ".join(names) or self.project.name

    @property
    def requirement_has_changed(self) -> bool:
        """Whether the project's requirement is no longer the one this version was made for, to the 4 decimals of a
        problem.
        """
        return {skill: curve.requirement.round(4).tolist() for skill, curve in self.requirement} != {
            skill: curve.round(4).tolist() for skill, curve in self.problem.requirement.items()
        }

    def inquiries(self, skill: str, day: int) -> float | None:
        """Expected inquiries of a skill on a day; None without a forecast of them."""
        series = [volume for key, volume in self.forecast or () if key.skill == skill]
        if self.forecast is None or self.forecast.horizon != self.horizon or not series:
            return None
        size = self.horizon.intervals_per_day
        return float(sum(volume.mean[day * size : (day + 1) * size].sum() for volume in series))

    def phases_of_day(self, day: int) -> str:
        """The promotion phases that touch a day, in order of their start."""
        start = datetime.combine(self.horizon.day(day), time())
        phases = sorted((phase for p in self.project.promotions for phase in p.phases), key=lambda phase: phase.start)
        kinds = dict.fromkeys(phase.kind for phase in phases if phase.overlaps(start, start + timedelta(days=1)))
        return listed(name_of(kind) for kind in kinds)

    def _touches_horizon(self, promotion: str) -> bool:
        phases = (phase for p in self.project.promotions if p.name == promotion for phase in p.phases)
        return any(phase.overlaps(self.horizon.start, self.horizon.end) for phase in phases)

    def _named(self, shift: Shift) -> Shift:
        known = self.project.shifts.get(shift.id, shift)
        return replace(shift, code=shift.code or known.code, name=shift.name or known.name)

    def _row(self, agent: Agent, member: TeamAgent | None, number: int = 0) -> TeamRow:
        """A name stands in for the staff id, which no team export shows unless the team gave nothing else."""
        roster, book = self.version.solution.roster, self.project.rulebook
        days = roster.of_agent(agent.id)
        return TeamRow(
            agent_id=agent.id,
            name=(member.name or member.id) if member else _("Former agent {number}").format(number=number),
            group=member.group if member else "",
            contract=agent.contract,
            skills=agent.skills,
            shifts={day: cell.shift for day, cell in days.items()},
            absent=frozenset(days_absent(self.problem, agent)),
            hours=agent_hours(self.problem, roster, agent, pay_basis(book).night),
            overtime_minutes=overtime_minutes(self.problem, days, member, book, self.calendar) if member else 0,
        )
