"""Synthetic Double-11 teams for the benchmarks: a problem from a size and a seed, with all that makes real ones hard.

Two skills that some agents share and one of few; full-time, part-time and outsourced contracts; hours owed, overtime,
absences by day and by the hour, wishes, what the week before left; movable breaks, nights, a seat limit, prices that
rise with the shortage, evening peaks and the burst after midnight of the 11th.
"""

from datetime import date, timedelta
from random import Random

import numpy as np

from forecasts.horizon import MINUTES_PER_DAY, Horizon, Numbers
from scheduler.agent import Absence, Agent, CarryIn, Overtime, Request
from scheduler.problem import Companion, Fairness, PriceStep, Problem
from scheduler.shift import Break, Shift

ELEVENTH = date(2026, 11, 11)
FULL_STARTS = (8, 9, 10, 12, 14, 15.5, 16, 18, 22)
PART_STARTS = (*range(8, 21), 22)
LATE, NIGHT = 18, 22
SHARES = {"presale": 0.58, "aftersale": 0.39, "live": 0.03}
LOAD = 0.78
"""Of the contracts' hours that the requirement asks for in the mean."""
SKILLS = [("presale",)] * 9 + [("aftersale",)] * 6 + [("presale", "aftersale")] * 4 + [("presale", "live")]


def double11_team(agents: int, days: int, interval: int = 30, seed: int = 1, *, company: bool = False) -> Problem:
    """The problem; with `company`, a lead on duty and a mentor beside new agents."""
    random, horizon = Random(seed), Horizon(ELEVENTH - timedelta(days=days // 2), days, interval)
    shifts = _shifts()
    team = [_agent(number, agents, horizon, shifts, random, company) for number in range(1, agents + 1)]
    weekly = sum(agent.productivity * (24 if agent.contract == "part_time" else 40) for agent in team)
    heads = LOAD * weekly / (7 * 24)
    step = max(1, round(heads / 20))
    return Problem(
        horizon,
        shifts,
        {agent.id: agent for agent in team},
        name=f"team {agents} × {days}, {interval} min, seed {seed}{', company' if company else ''}",
        shortage_costs={
            "presale": (PriceStep(step, 60), PriceStep(3 * step, 120), PriceStep(None, 180)),
            "aftersale": (PriceStep(step, 45), PriceStep(3 * step, 80), PriceStep(None, 110)),
            "live": (PriceStep(None, 150),),
        },
        surplus_cost=1.0,
        requirement={skill: _curve(horizon, heads * share, random, skill == "live") for skill, share in SHARES.items()},
        seat_limit=max(4, int(agents * 0.65)),
        fairness=(Fairness("night", 15.0, "full_time"),),
        companions=(Companion("lead", None, 1, 80.0), Companion("mentor", "new", 1, 60.0)) if company else (),
    )


def _shifts() -> dict[str, Shift]:
    full = [
        Shift(
            f"F{start:g}",
            int(start * 60),
            540,
            480,
            (Break(60, int(start * 60) + 180, int(start * 60) + 330),),
            frozenset({"night"} if start == NIGHT else {"late"} if start == LATE else ()),
        )
        for start in FULL_STARTS
    ]
    part = [Shift(f"P{s}", s * 60, 240, 240, tags=frozenset({"night"} if s == NIGHT else ())) for s in PART_STARTS]
    return {shift.id: shift for shift in (*full, *part)}


def _agent(
    number: int, agents: int, horizon: Horizon, shifts: dict[str, Shift], random: Random, company: bool
) -> Agent:
    share = number / agents
    contract = "full_time" if share <= 0.65 else "part_time" if share <= 0.93 else "outsourced"
    part, full = contract == "part_time", contract == "full_time"
    open_to = [name for name in shifts if name.startswith("P" if part else "F")]
    absences, requests = _dates(horizon, open_to, random, part)
    owed = (horizon.days - sum(absence.day is not None for absence in absences)) * 5 // 7 - 2
    run = random.choice([0, 0, 1, 2, 3])
    tags = random.choices([("lead", "mentor"), ("new",), ("mentor",), ()], [6, 8, 28, 58])[0] if company else ()
    return Agent(
        f"客服{number:04d}",
        contract,
        frozenset(random.choice(SKILLS)),
        frozenset(tags),
        random.choice([1.0] * 8 + [0.8, 0.6]),
        frozenset(open_to),
        22.0 if part else 30.0 if full else 34.0,
        Overtime(2400, 1.5) if full else None,
        absences,
        min_minutes=480 * max(0, owed) if full else None,
        max_minutes_per_week=1440 if part else 2880 if full else 2400,
        max_days_per_week=6,
        max_shifts={"tag:night": 4 if part else max(2, horizon.days // 5)},
        max_consecutive_days=6,
        min_rest_minutes=660,
        carry_in=CarryIn(run, -60 * random.choice([1, 6])) if run else CarryIn(),
        requests=requests,
    )


def _dates(
    horizon: Horizon, open_to: list[str], random: Random, part: bool
) -> tuple[tuple[Absence, ...], tuple[Request, ...]]:
    """Days and hours away, and wishes for other days."""
    absences, requests = list[Absence](), list[Request]()
    for day in range(horizon.days):
        midnight, chance = day * MINUTES_PER_DAY, random.random()
        if chance < 0.04:
            absences.append(Absence(day=day))
        elif part and chance < 0.18:
            absences.append(Absence(start=midnight + 480, end=midnight + 1080))
        elif chance > 0.95:
            requests.append(Request(day, None, "off", random.choice([5.0, 10.0, 20.0])))
        elif chance > 0.92:
            requests.append(Request(day, random.choice(open_to), "on", 6.0))
    return tuple(absences), tuple(requests)


def _curve(horizon: Horizon, mean: float, random: Random, evenings_only: bool) -> Numbers:
    """Standard agents required, two decimals."""
    hours = np.arange(horizon.intervals_per_day) * 24 / horizon.intervals_per_day
    bumps = ((0.9, 10.5, 2.5), (0.8, 15, 2.5), (1.2, 20.5, 2.2))
    usual = 0.15 + sum(height * np.exp(-(((hours - at) / width) ** 2)) for height, at, width in bumps)
    usual = np.where(hours < 7, 0.3 * usual, usual)
    after = {ELEVENTH - timedelta(days=1): 1.2, ELEVENTH: 1.5, ELEVENTH + timedelta(days=1): 1.3}
    days = []
    for number in range(horizon.days):
        day, load = horizon.day(number), usual * after.get(horizon.day(number), 1.0)
        if day == ELEVENTH:
            load = load + np.where(hours < 4, 2.8 * np.exp(-hours / 0.9), 0.0)
        if day == ELEVENTH - timedelta(days=1):
            load = np.where(hours >= 20, 2 * load, load)
        noise = np.array([random.gauss(0, 0.03) for _ in hours]) + random.gauss(0, 0.06)
        days.append(load * np.exp(noise) * ((hours >= 19) & (hours < 23) if evenings_only else 1))
    curve = np.concatenate(days)
    return np.asarray(np.round(curve * mean / curve.mean(), 2))
