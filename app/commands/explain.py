"""`explain`: why this shift and not another, who could take it over, why an interval is short, whom to hire."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from app.commands.output import DONE, say
from app.commands.revising import day_of
from app.commands.rosters import agent_names, roster_given, roster_options
from app.wording import words
from app.wording.reasons import (
    choice_sentence,
    help_sentence,
    hire_sentence,
    serves_sentence,
    shift_word,
    shortage_sentence,
    swap_sentence,
    taker_sentence,
)
from forecasts.findings import Finding, InputError
from scheduler.cover import cover
from scheduler.document_fields import clock
from scheduler.problem import Problem
from scheduler.reasons.assignment import choices, serves
from scheduler.reasons.hiring import hires
from scheduler.reasons.shortage import shortage
from scheduler.reasons.standing import Standing
from scheduler.reasons.takers import swap, takers
from scheduler.solution import Solution

_ = words("commands")

MOST = 12
"""Lines of one kind."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    roster_options(parser)
    parser.add_argument("--agent", help=_("explain a cell: the agent's id"))
    parser.add_argument("--day", help=_("explain a cell: its day, 2026-11-10"))
    parser.add_argument("--swap-with", help=_("what it would mean if this agent had the cell's shift and gave theirs"))
    parser.add_argument("--skill", help=_("explain a shortage: the skill; without --at its worst interval"))
    parser.add_argument("--at", help=_("explain a shortage: the interval's start, 2026-11-11T00:00"))
    parser.add_argument("--hires", action="store_true", help=_("what one more agent on a shift would save"))


def run(given: argparse.Namespace) -> int:
    """Print the reasons asked for. Raises InputError CM27 when none are asked for."""
    if not (given.agent and given.day) and not given.skill and not given.hires:
        raise InputError([Finding("CM27")])
    problem, solution = roster_given(given)
    names = agent_names(given)
    view = _View(problem, solution, Standing(problem, solution.roster), lambda name: names.get(name, name))
    if given.agent and given.day:
        _say_all(view.cell(given.agent, day_of(given.day, problem), given.swap_with))
    if given.skill:
        _say_all(view.shortage(given.skill, given.at))
    if given.hires:
        _say_all(view.hires())
    return DONE


def _say_all(lines: Iterator[str]) -> None:
    for line in lines:
        say(line)


@dataclass(frozen=True, eq=False)
class _View:
    """One roster, and how its agents are called."""

    problem: Problem
    solution: Solution
    standing: Standing
    agent_name: Callable[[str], str]

    def day_name(self, day: int) -> str:
        """The date of a day number."""
        return self.problem.horizon.day(day).isoformat()

    def cell(self, agent: str, day: int, other: str | None) -> Iterator[str]:
        """What a cell serves, its other choices, and who could take it over, or what a swap with one would mean.
        Raises InputError CM21.
        """
        unknown = [name for name in (agent, other) if name is not None and name not in self.problem.agents]
        if unknown:
            raise InputError([Finding("CM21", value=name) for name in unknown])
        if other is not None:
            yield swap_sentence(other, swap(self.standing, (agent, day), (other, day)), self.agent_name)
            return
        shift = self.standing.roster.shift(agent, day)
        yield f"{self.agent_name(agent)} {self.day_name(day)} {shift_word(shift)}"
        if shift is not None:
            yield serves_sentence(serves(self.standing, agent, day), self.problem.horizon)
        yield _("Instead:")
        for choice in choices(self.standing, agent, day)[:MOST]:
            yield "  " + choice_sentence(choice)
        if shift is not None:
            yield _("Who could take it over:")
            for taker in takers(self.standing, agent, day)[:MOST]:
                yield "  " + taker_sentence(taker, self.agent_name)

    def shortage(self, skill: str, at: str | None) -> Iterator[str]:
        """Why an interval is short, and what would help. Raises InputError CM28, CM29."""
        missing = cover(self.problem, self.standing.roster).shortage.get(skill)
        if missing is None:
            raise InputError([Finding("CM28", value=skill, facts={"skills": tuple(self.problem.requirement)})])
        interval = int(np.argmax(missing)) if at is None else self._interval(at)
        if missing[interval] <= 0:
            yield _("Nobody is missing there.")
            return
        found = shortage(self.standing, skill, interval, float(missing[interval]))
        yield shortage_sentence(found, self.problem.horizon)
        for title, ways in (
            (_("Cheapest help:"), found.helps),
            (_("Rules whose relaxation would pay:"), found.relaxations),
        ):
            if ways:
                yield title
                yield from ("  " + help_sentence(way, self.agent_name, self.day_name) for way in ways[:MOST])

    def _interval(self, at: str) -> int:
        try:
            minute = self.problem.horizon.minute(datetime.fromisoformat(at))
        except ValueError:
            minute = -1
        interval = minute // self.problem.horizon.interval_minutes
        if not 0 <= interval < self.problem.horizon.intervals:
            raise InputError([Finding("CM29", value=at)])
        return interval

    def hires(self) -> Iterator[str]:
        """What one more agent would save, the best first."""
        found = hires(self.standing, self.solution.prices, MOST)
        if not found:
            yield _("One more agent would save nothing.")
        for hire in found:
            shift = self.problem.shifts[hire.shift]
            span = f"{clock(shift.start)}–{clock(shift.end)}"
            contract = self.problem.agents[hire.like].contract
            yield hire_sentence(hire, self.agent_name, self.day_name, contract, span)
