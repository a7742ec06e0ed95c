"""The roster that serves: searched for what is asked, kept within its price, judged by the goals it misses."""

from dataclasses import replace
from datetime import date
from threading import Event

import numpy as np
import pytest

from app.serving import Serving, served, unmet_findings
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, Lock
from scheduler.objective import cost
from scheduler.problem import PriceStep, Problem
from scheduler.roster import Roster
from scheduler.shift import Shift
from scheduler.solution import Outcome, SearchLimits
from scheduler.staffing.engine import staff
from scheduler.staffing.goals import Goals

HORIZON = Horizon(date(2026, 11, 11), 1, 60)
VOLUME = np.where((np.arange(24) >= 9) & (np.arange(24) < 17), 60.0, 0.0)
DAY = Forecast(HORIZON, {SeriesKey("", "presale"): Volume(VOLUME, VOLUME, VOLUME, VOLUME, ("",) * 24)})
GOALS = {"presale": Goals(shrinkage=0.0, minimum_present=0)}
NEEDED = staff(DAY, GOALS)
LIMITS = SearchLimits(seconds=6, workers=2)


def problem(agents: int) -> Problem:
    return Problem(
        horizon=HORIZON,
        shifts={"D": Shift("D", 540, 480, 480)},
        agents={f"A{n}": Agent(f"A{n}", skills=frozenset({"presale"}), hourly_cost=30.0) for n in range(agents)},
        requirement={skill: part.requirement for skill, part in NEEDED},
        shortage_costs={"presale": (PriceStep(None, 100.0),)},
    )


def test_a_roster_that_serves_is_returned_with_its_own_cost() -> None:
    asked = problem(8)
    found = served(asked, DAY, GOALS, NEEDED, LIMITS)
    assert found.objective == pytest.approx(cost(asked, found.roster).total)
    assert unmet_findings(asked, found.roster, DAY, GOALS, NEEDED) == []


def test_hours_that_a_roster_leaves_to_nobody_are_named() -> None:
    (finding,) = unmet_findings(problem(8), Roster(), DAY, GOALS, NEEDED)
    assert (finding.code, finding.facts["skill"], finding.facts["intervals"]) == ("ST18", "presale", 8)
    assert finding.facts["spans"] == ("11-11 09:00–17:00",)


def test_a_requirement_raised_beyond_an_acceptable_price_is_not_followed() -> None:
    serving = Serving(problem(8), LIMITS, None, None)
    asked = {skill: part.requirement for skill, part in NEEDED}
    assert serving.found(asked) is not None
    assert serving.found({"presale": asked["presale"] + 3}) is None


def test_a_stop_ends_with_the_first_roster() -> None:
    stop = Event()
    serving = Serving(problem(2), LIMITS, None, stop)
    asked = {skill: part.requirement for skill, part in NEEDED}
    assert serving.found(asked) is not None
    stop.set()
    assert serving.found(asked) is None


def test_fixes_that_contradict_each_other_are_an_outcome_not_a_roster() -> None:
    one = problem(1)
    fixed = replace(one.agents["A0"], locks=(Lock(0, "D"),), absences=(Absence(0),))
    found = served(replace(one, agents={"A0": fixed}), DAY, GOALS, NEEDED, LIMITS)
    assert found.outcome is Outcome.INFEASIBLE
    assert found.objective is None
