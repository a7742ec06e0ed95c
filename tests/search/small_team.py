"""A small team with a bit of everything, from a seed, for the tests of the search."""

from datetime import date
from random import Random
from typing import Any

import numpy as np

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, CarryIn, Overtime, Request
from scheduler.problem import Fairness, PriceStep, Problem, ShiftTarget
from scheduler.shift import Break, Shift

SHIFTS = {
    shift.id: shift
    for shift in (
        Shift("E", 480, 540, 480, (Break(60, 660, 780),)),
        Shift("L", 840, 540, 480, (Break(60, 1080, 1200),)),
        Shift("N", 1320, 480, 480, (), frozenset({"night"})),
        Shift("P", 1080, 240, 240),
    )
}


def small_team(seed: int = 1, agents: int = 6, days: int = 8, **other: object) -> Problem:
    """Agents with absences, wishes, overtime and limits; two skills, a seat limit, a multiplied day, fairness."""
    random = Random(seed)
    horizon = Horizon(date(2026, 11, 10), days, 60)
    settings: dict[str, Any] = {
        "shortage_costs": {
            "presale": (PriceStep(1, 40), PriceStep(None, 90)),
            "aftersale": (PriceStep(None, 60),),
        },
        "surplus_cost": 1.0,
        "requirement": {
            "presale": curve(random, horizon, agents / 5),
            "aftersale": curve(random, horizon, agents / 8),
        },
        "shortage_weight": {"presale": 1 + (np.arange(horizon.intervals) % 24 == 20)},
        "shift_targets": (ShiftTarget(1, "N", 1, 50, 3),),
        "seat_limit": max(2, agents // 2),
        "pay_multipliers": {2: 2.0},
        "fairness": (Fairness("night", 15.0, "full_time"),),
    }
    team = [one(random, f"客服{number:02d}", days) for number in range(1, agents + 1)]
    return Problem(horizon, SHIFTS, {agent.id: agent for agent in team}, **(settings | other))


def curve(random: Random, horizon: Horizon, level: float) -> np.ndarray:
    """A requirement with a morning and an evening peak, two decimals."""
    hours = np.arange(horizon.intervals) % 24
    shape = 0.2 + np.exp(-(((hours - 10) / 3) ** 2)) + 1.2 * np.exp(-(((hours - 20) / 3) ** 2))
    noise = np.array([random.uniform(0.8, 1.2) for _ in hours])
    return np.asarray(np.round(level * shape * noise, 2))


def one(random: Random, name: str, days: int) -> Agent:
    """A full-time or part-time agent."""
    full_time = random.random() < 0.7
    return Agent(
        name,
        contract="full_time" if full_time else "part_time",
        skills=frozenset(random.choice([["presale"], ["aftersale"], ["presale", "aftersale"]])),
        productivity=random.choice([1.0, 1.0, 0.6]),
        shifts=frozenset("ELN" if full_time else "P"),
        hourly_cost=30.0 if full_time else 22.0,
        overtime=Overtime(1920, 1.5) if full_time else None,
        absences=(Absence(day=random.randrange(days)),) if random.random() < 0.5 else (),
        min_minutes=1440 if full_time else None,
        max_minutes_per_week=2400,
        max_days_per_week=6,
        max_shifts={"tag:night": 2},
        max_consecutive_days=5,
        min_consecutive_days_off=random.choice([1, 2]),
        max_weekends=None if full_time else 1,
        min_rest_minutes=660,
        carry_in=CarryIn(random.choice([0, 2]), -60, 480, 1),
        requests=(Request(random.randrange(days), None, random.choice(["on", "off"]), 10.0),),
    )
