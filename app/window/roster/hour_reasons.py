"""Why an hour is short and who could help, in words. No Qt."""

from collections.abc import Iterable
from dataclasses import replace

from app.window.formats import short_day_text, span_text
from app.window.roster.plan import RosterPlan
from app.window.roster.reasons import MOST_TAKERS, Option, option_of, short_name
from app.wording import words
from app.wording.reasons import hire_sentence, shortage_sentence
from forecasts.horizon import MINUTES_PER_DAY
from scheduler.reasons.hiring import Hire, hires
from scheduler.reasons.shortage import Help, shortage
from scheduler.reasons.standing import Standing

_ = words("window")

MOST_STOPS = 2
"""Reasons told why others do not help."""


class HourExplanation:
    """Why an interval is short of a skill and who could help, every figure from the change evaluated again. Half a
    second for two hundred agents.
    """

    def __init__(self, plan: RosterPlan, interval: int, skill: str | None = None) -> None:
        self._plan = plan
        short = {name: float(amounts[interval]) for name, amounts in plan.cover.shortage.items()}
        worst = max(short, key=lambda name: short[name], default="") if skill is None else skill
        standing = Standing(plan.problem, plan.roster)
        self.found = shortage(standing, worst, interval, short.get(worst, 0.0))
        day = interval // plan.horizon.intervals_per_day
        self._hires = hires(standing, days=range(max(0, day - 1), day + 1)) if self.found.short else ()

    def sentences(self) -> tuple[str, ...]:
        """How many are short and what stops most of the others; what one more agent would save."""
        horizon = self._plan.horizon
        if not self.found.short:
            return (_("Nobody is missing at this hour."),)
        told = replace(self.found, stopped=dict(list(self.found.stopped.items())[:MOST_STOPS]))
        return (shortage_sentence(told, horizon), *(self._hire_text(hire) for hire in self._hires_here()))

    def helps(self) -> tuple[Option, ...]:
        """The others with the skill, each with the shift that breaks and costs least."""
        return tuple(self._help(found) for found in self.found.helps[:MOST_TAKERS] if self.found.short)

    def _hires_here(self) -> Iterable[Hire]:
        """The best one whose shift covers the hour and who has the skill."""
        agents, shifts, step = self._plan.problem.agents, self._plan.problem.shifts, self._plan.horizon.interval_minutes
        for hire in self._hires:
            minute = self.found.interval * step - hire.day * MINUTES_PER_DAY
            within = shifts[hire.shift].start <= minute < shifts[hire.shift].end
            if within and self.found.skill in agents[hire.like].skills:
                yield hire
                return

    def _hire_text(self, hire: Hire) -> str:
        shift, contract = self._plan.problem.shifts[hire.shift], self._plan.problem.agents[hire.like].contract
        span = span_text(shift.start, shift.end)
        return hire_sentence(
            hire, self._plan.name_of, lambda day: short_day_text(self._plan.horizon.day(day)), contract, span
        )

    def _help(self, found: Help) -> Option:
        cell, plan = found.assignment, self._plan
        if found.instead_of == cell.shift:
            text = _("{agent}: {shift}, breaks moved")
        else:
            text = _("{agent}: {before} → {shift}")
        names = {"shift": short_name(plan, cell.shift), "before": short_name(plan, found.instead_of)}
        name = text.format(agent=plan.name_of(cell.agent), **names)
        return option_of(plan, name, found.difference, {(cell.agent, cell.day): cell})
