from dataclasses import replace
from datetime import date, timedelta

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent
from scheduler.past_roster import PastDay, with_past
from scheduler.problem import Fairness, Problem, ShiftTarget
from scheduler.search import solve
from scheduler.shift import Shift
from scheduler.solution import SearchLimits

WEEKS_PLANNED = 2
NIGHT = Shift("N", 1320, 480, 480, tags=frozenset({"night"}))


def month(first: date) -> Problem:
    """Two weeks in which every night wants one of three agents."""
    horizon = Horizon(first, 7 * WEEKS_PLANNED, 60)
    agents = {name: Agent(name, max_consecutive_days=6) for name in ("客服01", "客服02", "客服03")}
    wanted = tuple(ShiftTarget(day, "N", 1, 100.0, 100.0) for day in range(horizon.days))
    return Problem(horizon, {"N": NIGHT}, agents, shift_targets=wanted, fairness=(Fairness("night", 5.0),))


def test_the_spread_of_nights_falls_over_three_months_after_one_agent_was_away() -> None:
    past: list[PastDay] = []
    nights = dict.fromkeys(("客服01", "客服02", "客服03"), 0)
    spreads = []
    for number in range(3):
        problem = month(date(2026, 9, 7) + timedelta(weeks=WEEKS_PLANNED * number))
        if number == 0:
            away = tuple(Absence(day=day) for day in range(problem.horizon.days))
            problem = replace(problem, agents={**problem.agents, "客服03": Agent("客服03", absences=away)})
        problem = with_past(problem, past)
        for cell in solve(problem, SearchLimits(seconds=2.0, workers=1)).roster:
            nights[cell.agent] += 1
            past.append(PastDay(cell.agent, problem.horizon.day(cell.day), cell.shift))
        spreads.append(max(nights.values()) - min(nights.values()))
    assert spreads[0] >= 7
    assert spreads[0] > spreads[1] >= spreads[2]
    assert spreads[2] <= 1
