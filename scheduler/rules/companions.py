"""Nobody is on duty without the lead or mentor that a rule without a price asks for."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.agent import Agent
from scheduler.companions import accompanies, duty_intervals, needs_company
from scheduler.problem import Companion, Problem
from scheduler.rules.presence_model import PresenceModel

Duty = tuple[int, str]
"""A shift on a day."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Intervals in which the same shifts are on duty. `needed`: for each shift whether somebody on it needs company;
    `given`: how many give it.
    """

    intervals: tuple[int, ...]
    needed: tuple[cp_model.LinearExprT, ...]
    given: cp_model.LinearExprT


def post(model: PresenceModel) -> None:
    """Company wherever it is needed, for the rules without a price."""
    for rule in model.problem.companions:
        if rule.cost is None:
            for stretch in stretches(model, rule):
                day = stretch.intervals[0] // model.problem.horizon.intervals_per_day
                for needed in stretch.needed:
                    model.require(stretch.given >= rule.least * needed, "companions", day)


def stretches(model: PresenceModel, rule: Companion) -> Iterator[Stretch]:
    """Where company may be needed and is not sure to be there."""
    needy, sure_needy = _on_duty(model, lambda agent: needs_company(rule, agent))
    giving, sure_giving = _on_duty(model, lambda agent: accompanies(rule, agent))
    used = {duty: _any(model, cells) for duty, cells in needy.items()}
    for duties, intervals in _alike(model.problem).items():
        sure = sum(sure_giving[duty] for duty in duties)
        needed: list[cp_model.LinearExprT] = [used[duty] for duty in duties if duty in used]
        if any(sure_needy[duty] for duty in duties):
            needed = [1]
        if needed and sure < rule.least:
            cells = [cell for duty in duties for cell in giving.get(duty, [])]
            yield Stretch(intervals, tuple(needed), cp_model.LinearExpr.sum(cells) + sure)


def _on_duty(
    model: PresenceModel, asked: Callable[[Agent], bool]
) -> tuple[Mapping[Duty, list[cp_model.IntVar]], Counter[Duty]]:
    """Variables of the free agents asked for by shift and day, and how many of the others work it."""
    cells: dict[Duty, list[cp_model.IntVar]] = defaultdict(list)
    for agent_model in model.agents:
        if asked(agent_model.agent):
            for duty, works in agent_model.free.items():
                cells[duty].append(works)
    fixed = model.fixed_roster.cells.values()
    return cells, Counter((cell.day, cell.shift) for cell in fixed if asked(model.problem.agents[cell.agent]))


def _any(model: PresenceModel, cells: list[cp_model.IntVar]) -> cp_model.IntVar:
    """Whether at least one is true."""
    if len(cells) == 1:
        return cells[0]
    some = model.model.new_bool_var("on duty")
    for cell in cells:
        model.model.add_implication(cell, some)
    return some


def _alike(problem: Problem) -> dict[tuple[Duty, ...], tuple[int, ...]]:
    """Intervals by the shifts and days that touch them; those that none touches are left out."""
    touching: dict[int, list[Duty]] = defaultdict(list)
    for day in range(problem.horizon.days):
        for shift in problem.shifts:
            for interval in duty_intervals(problem, day, shift):
                touching[interval].append((day, shift))
    alike: dict[tuple[Duty, ...], list[int]] = defaultdict(list)
    for interval in sorted(touching):
        alike[tuple(touching[interval])].append(interval)
    return {duties: tuple(intervals) for duties, intervals in alike.items()}
