"""A rostering problem out of its interchange document and back. All findings are reported at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import cast

import numpy as np

from forecasts.findings import Finding, Level
from forecasts.horizon import Horizon, Numbers
from scheduler.agent import Agent
from scheduler.agent_document import read_agent
from scheduler.document_fields import Fields, Findings, read_name, read_number
from scheduler.problem import FORMAT, Fairness, LoadLevel, PriceStep, Problem, ShiftTarget
from scheduler.problem_writing import write_problem
from scheduler.shift import Shift
from scheduler.shift_document import read_shift
from scheduler.team_rules_document import (
    read_companions,
    read_fairness_before,
    read_fairness_days,
    read_no_break,
    read_sources,
)

__all__ = ["read_problem", "read_with_warnings", "write_problem"]

INTERVALS = (15, 30, 60)
MOST_DAYS = 731
_STAND_IN = Horizon(date(2001, 1, 1), MOST_DAYS, 15)  # lets the rest of a document with a broken horizon be read


def read_problem(document: object, file: str = "") -> Problem:
    """The problem a document states. Raises InputError with everything wrong in it, codes RP01 …, JSON paths."""
    return read_with_warnings(document, file)[0]


def read_with_warnings(document: object, file: str = "") -> tuple[Problem, tuple[Finding, ...]]:
    """The same, with what looks odd but can be solved."""
    findings = Findings(file)
    fields = Fields(document, "", findings)
    problem = _read(fields, findings)
    findings.finish()
    return problem, tuple(findings.found)


def _read(fields: Fields, findings: Findings) -> Problem:
    if fields.text("format", required=True) not in ("", FORMAT):
        findings.add("RP04", "format", fields.raw("format"), expected=FORMAT)
    horizon = _read_horizon(fields)
    whole = horizon or _STAND_IN
    prices = _read_skills(fields, findings)
    shifts = _read_shifts(fields, whole, findings)
    names = list(shifts)
    agents = {}
    for child in fields.children("agents", required=True):
        agent = read_agent(child, whole, shifts, prices, findings)
        if agent.id in agents:
            findings.add("RP09", child.at("id"), agent.id)
        agents[agent.id] = agent
    return Problem(
        horizon=whole,
        shifts=shifts,
        agents=agents,
        name=fields.text("name"),
        shortage_costs=prices,
        surplus_cost=fields.number("surplus_cost"),
        requirement=_read_curves(fields, "requirement", prices, horizon, findings),
        shortage_weight=_read_curves(fields, "shortage_weight", prices, horizon, findings),
        shift_targets=tuple(_read_target(child, whole, names) for child in fields.children("shift_targets")),
        seat_limit=fields.whole("seat_limit"),
        forbidden_successions=_read_successions(fields, names, findings),
        pay_multipliers=_read_pay(fields, whole, findings),
        fairness=tuple(_read_fairness(c, whole, shifts, agents, findings) for c in fields.children("fairness")),
        companions=read_companions(fields, agents, findings),
        no_break=read_no_break(fields, whole, findings),
        load_levels=_read_levels(fields, prices, horizon, findings),
        sources=read_sources(fields),
    )


def _read_horizon(fields: Fields) -> Horizon | None:
    child = fields.child("horizon", required=True)
    if child is None:
        return None
    first_day, days = child.calendar_day("first_day"), child.whole("days", least=1, most=MOST_DAYS, required=True)
    interval = child.one_of("interval_minutes", INTERVALS)
    if first_day is None or days is None or interval is None:
        return None
    return Horizon(first_day, days, cast(int, interval))


def _read_skills(fields: Fields, findings: Findings) -> dict[str, tuple[PriceStep, ...]]:
    prices: dict[str, tuple[PriceStep, ...]] = {}
    for child in fields.children("skills"):
        name = child.text("id", required=True)
        if name in prices:
            findings.add("RP09", child.at("id"), name)
        if isinstance(child.raw("shortage_cost"), list):
            prices[name] = _read_price(child, findings)
        else:
            prices[name] = (PriceStep(None, child.number("shortage_cost", required=True)),)
    return prices


def _read_price(child: Fields, findings: Findings) -> tuple[PriceStep, ...]:
    steps = []
    for step in child.children("shortage_cost"):
        agents = step.number("agents") if step.has("agents") else None
        steps.append(PriceStep(agents, step.number("cost", required=True)))
    falls = any(later.cost < earlier.cost for earlier, later in pairwise(steps))
    if not steps or falls or any(s.agents is None for s in steps[:-1]) or steps[-1].agents is not None:
        findings.add("RP13", child.at("shortage_cost"), [s.cost for s in steps])
    return tuple(steps)


def _read_shifts(fields: Fields, horizon: Horizon, findings: Findings) -> dict[str, Shift]:
    shifts: dict[str, Shift] = {}
    for child in fields.children("shifts", required=True):
        shift = read_shift(child, horizon, findings)
        if shift.id in shifts:
            findings.add("RP09", child.at("id"), shift.id)
        shifts[shift.id] = shift
    return shifts


def _read_curves(
    fields: Fields, key: str, skills: Mapping[str, object], horizon: Horizon | None, findings: Findings
) -> dict[str, Numbers]:
    curves = {}
    for skill, values in fields.mapping(key).items():
        path = f"{fields.at(key)}.{skill}"
        read_name(skill, list(skills), "skill", path, findings)
        if not isinstance(values, list):
            findings.add("RP25", path, values)
            continue
        if horizon is not None and len(values) != horizon.intervals:
            findings.add("RP12", path, len(values), given=len(values), expected=horizon.intervals)
        read = [read_number(value, f"{path}[{i}]", findings) or 0.0 for i, value in enumerate(values)]
        curves[skill] = np.array(read, dtype=np.float64)
    return curves


def _read_target(child: Fields, horizon: Horizon, shifts: Sequence[str]) -> ShiftTarget:
    return ShiftTarget(
        day=child.day("day", horizon.days) or 0,
        shift=child.known("shift", shifts, "shift") or "",
        heads=child.whole("heads", required=True) or 0,
        shortage_cost=child.number("shortage_cost", required=True),
        surplus_cost=child.number("surplus_cost", required=True),
    )


def _read_successions(fields: Fields, shifts: Sequence[str], findings: Findings) -> frozenset[tuple[str, str]]:
    pairs = set()
    for position, pair in enumerate(fields.items("forbidden_successions")):
        path = f"{fields.at('forbidden_successions')}[{position}]"
        if not isinstance(pair, list) or len(pair) != 2:
            findings.add("RP29", path, pair)
            continue
        first, second = (read_name(name, shifts, "shift", f"{path}[{i}]", findings) for i, name in enumerate(pair))
        pairs.add((first or "", second or ""))
    return frozenset(pairs)


def _read_pay(fields: Fields, horizon: Horizon, findings: Findings) -> dict[int, float]:
    pay: dict[int, float] = {}
    for child in fields.children("pay_multipliers"):
        day = child.day("day", horizon.days)
        if day in pay:
            findings.add("RP21", child.at("day"), day)
        pay[day or 0] = child.number("multiplier", 1.0, required=True)
    return pay


def _read_levels(
    fields: Fields, skills: Mapping[str, object], horizon: Horizon | None, findings: Findings
) -> tuple[LoadLevel, ...]:
    """Load levels with their weights made to add up to one; a skill that a level leaves out it does not require."""
    found = [
        (child.number("weight", required=True), _read_curves(child, "requirement", skills, horizon, findings))
        for child in fields.children("load_levels")
    ]
    total = sum(weight for weight, _ in found)
    if found and not total:
        findings.add("RP36", fields.at("load_levels"))
    nothing = {skill: np.zeros_like(curve) for _, curves in found for skill, curve in curves.items()}
    return tuple(LoadLevel(weight / (total or 1.0), nothing | curves) for weight, curves in found)


def _read_fairness(
    child: Fields, horizon: Horizon, shifts: Mapping[str, Shift], agents: Mapping[str, Agent], findings: Findings
) -> Fairness:
    tag = child.text("tag", required=not child.has("days"))
    if tag and not any(tag in shift.tags for shift in shifts.values()):
        findings.add("RP22", child.at("tag"), tag, level=Level.WARNING)
    contract = child.text("contract") if child.has("contract") else None
    return Fairness(
        tag,
        child.number("cost", required=True),
        contract,
        read_fairness_days(child, horizon, findings),
        read_fairness_before(child, agents, findings),
        child.text("name"),
    )
