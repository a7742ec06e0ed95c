"""The roster that serves: solved, predicted, and solved again for a requirement raised where it missed a goal."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event
from time import monotonic

import numpy as np

from forecasts.findings import Finding, Level, Place
from forecasts.forecast import Forecast
from forecasts.horizon import Horizon, Numbers
from scheduler.cover import cover
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.search import solve
from scheduler.solution import Outcome, Progress, SearchLimits, Solution
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import Requirement
from scheduler.staffing.roster_loop import Flags, Rostered, served_roster

ROUNDS = 2
FIRST_SHARE = 0.7
"""Of the time: the roster for the requirement itself; what is left mends what that one misses."""
DEARER = 0.02
"""A roster that misses fewer goals may cost by so much more than the first one, by the problem's own prices."""

SPANS_NAMED = 3
"""Of the times that miss a goal; the others are only counted."""


class Serving:
    """Searches for one problem within limits, each search for a requirement of its own."""

    def __init__(
        self, problem: Problem, limits: SearchLimits, on_progress: Callable[[Progress], None] | None, stop: Event | None
    ) -> None:
        self._problem, self._limits, self._on_progress, self._stop = problem, limits, on_progress, stop
        self._began = monotonic()
        self.first: Solution | None = None

    def found(self, asked: Mapping[str, Numbers]) -> Rostered[Solution] | None:
        """The roster for what is asked; None when there is none, no time for it, or none at an acceptable cost."""
        if self.first is None:
            self.first = solve(self._problem, self._within(FIRST_SHARE), self._on_progress, self._stop)
            return None if self.first.objective is None else self._rostered(self.first)
        left = self._limits.seconds - (monotonic() - self._began)
        if self._problem.load_levels or left <= 1 or (self._stop is not None and self._stop.is_set()):
            return None
        raised = replace(self._problem, requirement={skill: np.round(curve, 4) for skill, curve in asked.items()})
        roster = solve(raised, replace(self._limits, seconds=left), self._still_searching, self._stop).roster
        yuan = cost(self._problem, roster).total
        if not roster.cells or self.first.objective is None or yuan > self.first.objective * (1 + DEARER):
            return None
        outcome = self.first.outcome if yuan <= self.first.objective else Outcome.FEASIBLE
        seconds = monotonic() - self._began
        return self._rostered(replace(self.first, outcome=outcome, roster=roster, objective=yuan, seconds=seconds))

    def _still_searching(self, _now: Progress) -> None:
        """Time goes on; what is told stays that of the first roster, whose prices are the problem's own."""
        if self._on_progress is not None and self.first is not None:
            seconds = monotonic() - self._began
            self._on_progress(Progress(seconds, self.first.objective, self.first.bound))

    def _rostered(self, solution: Solution) -> Rostered[Solution]:
        return Rostered(solution, cover(self._problem, solution.roster).covered)

    def _within(self, share: float) -> SearchLimits:
        return replace(self._limits, seconds=self._limits.seconds * share)


def served(
    problem: Problem,
    expected: Forecast,
    goals: Mapping[str, Goals],
    requirement: Requirement,
    limits: SearchLimits,
    on_progress: Callable[[Progress], None] | None = None,
    stop: Event | None = None,
) -> Solution:
    """The best roster found for a problem whose requirement is `requirement`: the fewest intervals that miss a goal.
    Its objective is that of the problem itself, and so is its bound.
    """
    serving = Serving(problem, limits, on_progress, stop)
    try:
        return served_roster(expected, goals, requirement, serving.found, ROUNDS).rostered.roster
    except LookupError:
        return serving.first or Solution(Outcome.UNKNOWN)


def unmet_findings(
    problem: Problem, roster: Roster, expected: Forecast, goals: Mapping[str, Goals], requirement: Requirement
) -> list[Finding]:
    """A warning (ST18) for each skill with intervals that this roster is predicted to miss a goal in, and when."""
    rostered = Rostered(roster, cover(problem, roster).covered)
    unmet = served_roster(expected, goals, requirement, lambda _asked: rostered, rounds=1).unmet
    return [
        Finding("ST18", Level.WARNING, Place(path=skill), facts=_unmet_facts(skill, missed, problem.horizon))
        for skill, missed in sorted(unmet.items())
        if missed.any()
    ]


def _unmet_facts(skill: str, missed: Flags, horizon: Horizon) -> dict[str, object]:
    spans = list(_spans(missed, horizon))
    named = (*spans[:SPANS_NAMED], *(["…"] if len(spans) > SPANS_NAMED else []))
    return {"skill": skill, "intervals": int(missed.sum()), "spans": named}


def _spans(missed: Flags, horizon: Horizon) -> Iterator[str]:
    """Intervals in a row as one span, its ends by date and clock."""
    borders = np.flatnonzero(np.diff(np.concatenate(([False], missed, [False])).astype(int)))
    for first, end in borders.reshape(-1, 2).tolist():
        start = horizon.starts()[first].astype(datetime)
        last = start + timedelta(minutes=(end - first) * horizon.interval_minutes)
        until = f"{last:%H:%M}" if last.date() == start.date() else f"{last:%m-%d %H:%M}"
        yield f"{start:%m-%d %H:%M}–{until}"
