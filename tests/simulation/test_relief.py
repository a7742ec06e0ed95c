"""Agents more where a backlog makes them worth far more than their own chats."""

import numpy as np

from forecasts.horizon import Numbers
from scheduler.simulation.manner import ChatLength, Manner
from scheduler.simulation.relief import PLAYED, Relief
from scheduler.simulation.simulated_plan import Plan, simulated_plan
from scheduler.simulation.trials import Trials
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.goals import Goals, ServiceGoal
from tests.simulation.simulation_days import quiet_day

QUEUE_ONLY = Goals(goal=ServiceGoal(average_response_seconds=None, reply_rate=None, slow_share=None))
TRIALS = Trials(10, 4, Manner(by_message=False, length=ChatLength(0.5)))
STEPS = np.array([[200, 160, 120], [90, 80, 70], [60, 60, 60], [50, 50, 50], [40, 40, 40.0]])
OPENING = Arrivals(STEPS, 300, 15)


def plan_of(present: Numbers, trials: Trials = TRIALS) -> Plan:
    return simulated_plan(OPENING, present, ("service_level",) * len(present), QUEUE_ONLY, trials)


def relieved(present: Numbers, rounds: int = 2, trials: Trials = TRIALS) -> Plan:
    return Relief(OPENING, QUEUE_ONLY, trials, rounds * PLAYED).given(plan_of(present), rounds, 0)


def test_a_backlog_gets_agents_where_it_forms_and_serves_many_more() -> None:
    tight = np.array([25.0, 16, 11, 11, 8])
    found = relieved(tight)
    added = found.present - tight
    assert added[0] > 0
    assert (added >= 0).all()
    assert found.simulated.over("service_level").value > plan_of(tight).simulated.over("service_level").value


def test_a_plan_with_agents_to_spare_stays_as_it_is() -> None:
    ample = np.array([60.0, 40, 30, 30, 30])
    assert relieved(ample).present.tolist() == ample.tolist()


def test_quiet_hours_get_nobody_more() -> None:
    quiet = Arrivals(quiet_day()[:16].reshape(-1, 1) / 4, 900, 1)
    plan = simulated_plan(quiet, np.full(16, 2.0), ("minimum_present",) * 16, QUEUE_ONLY, TRIALS)
    found = Relief(quiet, QUEUE_ONLY, TRIALS, PLAYED).given(plan, 1, 0)
    assert found.present.sum() <= plan.present.sum() + 1


def test_relief_that_is_stopped_leaves_the_plan() -> None:
    tight = np.array([25.0, 16, 11, 11, 8])
    stopped = Trials(10, 4, TRIALS.manner, stop=lambda: True)
    assert relieved(tight, trials=stopped).present.tolist() == tight.tolist()


def test_an_empty_horizon_needs_no_relief() -> None:
    nobody = Arrivals(np.zeros((4, 1)), 900, 0)
    plan = simulated_plan(nobody, np.full(4, 2.0), ("minimum_present",) * 4, QUEUE_ONLY, TRIALS)
    assert Relief(nobody, QUEUE_ONLY, TRIALS, PLAYED).given(plan, 1, 0) is plan
