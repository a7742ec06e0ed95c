"""Repair of a chain's plan for chats of even length, which the chain cannot know."""

from dataclasses import replace

import numpy as np
import pytest

from scheduler.simulation.engine import simulate_present
from scheduler.simulation.manner import ChatLength, Manner
from scheduler.simulation.repair import Repaired, repair
from scheduler.simulation.staffing import staff_by_simulation
from scheduler.simulation.trials import Trials
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.engine import staff
from scheduler.staffing.goals import Goals, ServiceGoal
from tests.simulation.simulation_days import forecast, quiet_day

QUEUE_ONLY = Goals(goal=ServiceGoal(average_response_seconds=None, reply_rate=None, slow_share=None))
EVEN = Manner(by_message=False, length=ChatLength(0.5))
OPENING = Arrivals(np.array([[200, 160, 120], [90, 80, 70], [60, 60, 60], [50, 50, 50], [40, 40, 40.0]]), 300, 15)


@pytest.fixture(scope="module")
def repaired() -> Repaired:
    return repair(OPENING, QUEUE_ONLY, Trials(12, 4, EVEN))


def test_an_opening_that_misses_its_goal_meets_it_after_repair(repaired: Repaired) -> None:
    before, after = (
        plan.simulated.over("service_level", slice(0, 1)).value for plan in (repaired.before, repaired.after)
    )
    assert before < 0.75
    assert after >= 0.80
    assert repaired.after.missed < repaired.before.missed


def test_repair_costs_few_agent_hours(repaired: Repaired) -> None:
    assert repaired.after.present.sum() <= 1.1 * repaired.before.present.sum()


def test_what_was_repaired_holds_for_customers_it_has_not_met(repaired: Repaired) -> None:
    fresh = simulate_present(OPENING, repaired.after.present, QUEUE_ONLY, Trials(12, 99, EVEN))
    assert fresh.over("service_level", slice(0, 1)).value > 0.75


def test_intervals_above_their_goal_are_trimmed() -> None:
    uneven = Manner(by_message=False, length=ChatLength(1.3, lognormal=True))
    found = repair(OPENING, QUEUE_ONLY, Trials(12, 4, uneven), rounds=4)
    assert found.after.present.sum() <= found.before.present.sum()


def test_a_response_goal_is_repaired_too() -> None:
    goals = replace(QUEUE_ONLY, goal=replace(QUEUE_ONLY.goal, service_level=None, average_response_seconds=25.0))
    found = repair(OPENING, goals, Trials(12, 4, EVEN))
    before, after = (plan.simulated.measure("average_response_seconds")[0] for plan in (found.before, found.after))
    assert before.max() > 25.0
    assert after.max() <= 25.0
    assert found.after.present.sum() <= 1.15 * found.before.present.sum()


def test_repair_of_the_same_seed_is_the_same() -> None:
    one, other = (repair(OPENING, QUEUE_ONLY, Trials(3, 4, EVEN), rounds=2).after for _ in range(2))
    assert one.present.tolist() == other.present.tolist()


def test_a_stop_leaves_the_plan_of_the_chain() -> None:
    found = repair(OPENING, QUEUE_ONLY, Trials(12, 4, EVEN, stop=lambda: True))
    assert found.after.present.tolist() == found.before.present.tolist()
    assert found.after.simulated.replications == 1


def test_progress_runs_over_all_rounds() -> None:
    told: list[float] = []
    repair(OPENING, QUEUE_ONLY, Trials(2, 4, EVEN, told.append), rounds=3)
    assert len(told) > 6
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("minutes", [5, 30])
def test_a_whole_requirement_is_staffed_by_simulation(minutes: int) -> None:
    volume = np.repeat(quiet_day() / 6, 6) if minutes == 5 else quiet_day()
    day, goals = forecast(volume, minutes), {"presale": replace(QUEUE_ONLY, shrinkage=0.2)}
    usual = staff(day, goals).skills["presale"]
    found = staff_by_simulation(day, goals, Trials(2, 1, EVEN)).skills["presale"]
    assert found.requirement == pytest.approx(found.base / 0.8)
    assert len(found.binding_goal) == len(found.base) == len(found.service.service_level) == len(volume)
    assert 0.9 * usual.base.sum() < found.base.sum() < 1.3 * usual.base.sum()
