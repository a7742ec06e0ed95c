"""A rostering problem as its interchange document; what equals the format's default is left out."""

from datetime import timedelta

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, CarryIn, Lock
from scheduler.document_fields import clock
from scheduler.limits_document import write_limits
from scheduler.problem import FORMAT, Fairness, PriceStep, Problem
from scheduler.shift import Shift
from scheduler.team_rules_document import write_team_rules

Document = dict[str, object]


def write_problem(problem: Problem) -> Document:
    """The document that `read_problem` turns back into an equal problem."""
    horizon = problem.horizon
    return _without_defaults(
        {
            "format": FORMAT,
            "name": problem.name,
            "horizon": {
                "first_day": horizon.first_day.isoformat(),
                "days": horizon.days,
                "interval_minutes": horizon.interval_minutes,
            },
            "skills": [{"id": name, "shortage_cost": _price(steps)} for name, steps in problem.shortage_costs.items()],
            "surplus_cost": problem.surplus_cost,
            "requirement": {skill: curve.tolist() for skill, curve in problem.requirement.items()},
            "shortage_weight": {skill: curve.tolist() for skill, curve in problem.shortage_weight.items()},
            "shift_targets": [
                {
                    "day": target.day,
                    "shift": target.shift,
                    "heads": target.heads,
                    "shortage_cost": target.shortage_cost,
                    "surplus_cost": target.surplus_cost,
                }
                for target in problem.shift_targets
            ],
            "seat_limit": problem.seat_limit,
            "shifts": [_shift(shift) for shift in problem.shifts.values()],
            "forbidden_successions": sorted(list(pair) for pair in problem.forbidden_successions),
            "agents": [_agent(agent, horizon) for agent in problem.agents.values()],
            "pay_multipliers": [{"day": d, "multiplier": m} for d, m in sorted(problem.pay_multipliers.items())],
            "fairness": [_fairness(rule) for rule in problem.fairness],
        }
        | write_team_rules(problem),
        {"name": "", "surplus_cost": 0.0},
        keep=("shifts", "agents"),
    )


def _without_defaults(document: Document, defaults: Document, keep: tuple[str, ...] = ("shift",)) -> Document:
    """The document less its empty parts and what equals a default."""
    return {
        key: value
        for key, value in document.items()
        if key in keep or (value is not None and value not in ([], {}) and defaults.get(key) != value)
    }


def _price(steps: tuple[PriceStep, ...]) -> object:
    if len(steps) == 1:
        return steps[0].cost
    return [_without_defaults({"agents": step.agents, "cost": step.cost}, {}) for step in steps]


def _fairness(rule: Fairness) -> Document:
    document: Document = {
        "tag": rule.tag,
        "cost": rule.cost,
        "contract": rule.contract,
        "days": None if rule.days is None else sorted(rule.days),
        "before": dict(rule.before),
        "name": rule.name,
    }
    return _without_defaults(document, {"tag": "", "name": ""}, keep=() if rule.days is None else ("days",))


def _shift(shift: Shift) -> Document:
    document: Document = {
        "id": shift.id,
        "start": clock(shift.start),
        "minutes": shift.minutes,
        "paid_minutes": shift.paid_minutes,
        "breaks": [{"minutes": b.minutes, "from": clock(b.earliest), "to": clock(b.latest)} for b in shift.breaks],
        "tags": sorted(shift.tags),
        "rests": [{"minutes": b.minutes, "from": clock(b.earliest), "to": clock(b.latest)} for b in shift.rests],
    }
    return _without_defaults(document, {"paid_minutes": shift.minutes - sum(b.minutes for b in shift.breaks)})


def _agent(agent: Agent, horizon: Horizon) -> Document:
    overtime = agent.overtime
    document: Document = {
        "id": agent.id,
        "contract": agent.contract,
        "skills": sorted(agent.skills),
        "productivity": agent.productivity,
        "shifts": None if agent.shifts is None else sorted(agent.shifts),
        "hourly_cost": agent.hourly_cost,
        "overtime": None
        if overtime is None
        else {"after_minutes_per_week": overtime.after_minutes_per_week, "multiplier": overtime.multiplier},
        "absences": [_absence(absence, horizon) for absence in agent.absences],
        "locks": [_lock(lock) for lock in agent.locks],
        "min_minutes": agent.min_minutes,
        "max_minutes": agent.max_minutes,
        "max_minutes_per_week": agent.max_minutes_per_week,
        "max_days_per_week": agent.max_days_per_week,
        "max_shifts": dict(agent.max_shifts),
        "min_consecutive_days": agent.min_consecutive_days,
        "max_consecutive_days": agent.max_consecutive_days,
        "min_consecutive_days_off": agent.min_consecutive_days_off,
        "max_weekends": agent.max_weekends,
        "min_rest_minutes": agent.min_rest_minutes,
        "carry_in": _carry_in(agent.carry_in, horizon),
        "requests": [
            {"day": wish.day, "shift": wish.shift, "wish": wish.wish, "cost": wish.cost} for wish in agent.requests
        ],
    } | write_limits(agent)
    keep = () if agent.shifts is None else ("shifts",)
    return _without_defaults(document, {"contract": "full_time", "productivity": 1.0, "hourly_cost": 0.0}, keep)


def _moment(minute: int, horizon: Horizon) -> str:
    return (horizon.start + timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M")


def _lock(lock: Lock) -> Document:
    document: Document = {"day": lock.day, "shift": lock.shift}
    return document | ({} if lock.breaks is None else {"breaks": [clock(start) for start in lock.breaks]})


def _absence(absence: Absence, horizon: Horizon) -> Document:
    if absence.start is None or absence.end is None:
        return {"day": absence.day}
    return {"from": _moment(absence.start, horizon), "to": _moment(absence.end, horizon)}


def _carry_in(carry_in: CarryIn, horizon: Horizon) -> Document:
    end = carry_in.last_shift_end
    document: Document = {
        "consecutive_days": carry_in.consecutive_days,
        "last_shift_end": None if end is None else _moment(end, horizon),
        "week_minutes": carry_in.week_minutes,
        "week_days": carry_in.week_days,
    }
    return _without_defaults(document, {"consecutive_days": 0, "week_minutes": 0, "week_days": 0})
