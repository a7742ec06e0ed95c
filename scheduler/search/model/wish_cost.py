"""Requests, shift targets and fairness in the solver's model."""

from collections.abc import Collection, Mapping

from ortools.sat.python import cp_model

from scheduler.problem import Fairness, ShiftTarget
from scheduler.rules.agent_model import AgentModel
from scheduler.search.model.objective_model import ObjectiveModel


def post_requests(model: AgentModel, objective: ObjectiveModel) -> None:
    """One agent's wishes: `on` costs unless worked, `off` costs when worked."""
    for wish in model.agent.requests:
        granted = model.works[wish.day] if wish.shift is None else model.cells.get((wish.day, wish.shift))
        if wish.wish == "on":
            objective.constant += wish.cost
        if granted is not None:
            objective.add(granted, -wish.cost if wish.wish == "on" else wish.cost)


def post_target(models: Collection[AgentModel], target: ShiftTarget, fixed: int, objective: ObjectiveModel) -> None:
    """Heads short and extra on a shift; `fixed` heads work it who are not part of the model."""
    cells = [m.free[target.day, target.shift] for m in models if (target.day, target.shift) in m.free]
    if not cells:
        extra = fixed - target.heads
        objective.constant += target.surplus_cost * extra if extra > 0 else -target.shortage_cost * extra
        return
    model, most = next(iter(models)).model, len(cells) + fixed + target.heads
    short, extra_heads = model.new_int_var(0, most, "short"), model.new_int_var(0, most, "extra")
    model.add(cp_model.LinearExpr.sum(cells) + fixed + short - extra_heads == target.heads)
    objective.add(short, target.shortage_cost, most)
    objective.add(extra_heads, target.surplus_cost, most)


def post_fairness(
    models: Collection[AgentModel], rule: Fairness, fixed: Mapping[str, int], objective: ObjectiveModel
) -> None:
    """Most less fewest shifts to be shared; `fixed` counts those of agents who are not part of the model."""
    concerned = [m for m in models if rule.contract in (None, m.agent.contract)]
    if not concerned:
        objective.constant += rule.cost * (max(fixed.values()) - min(fixed.values()) if fixed else 0)
        return
    model = concerned[0].model
    largest = len(concerned[0].works) + max([0, *rule.before.values(), *fixed.values()])
    most, fewest = model.new_int_var(0, largest, "most"), model.new_int_var(0, largest, "fewest")
    for agent_model in concerned:
        shifts = agent_model.problem.shifts
        counted = [v for (day, shift), v in agent_model.cells.items() if rule.counts(day, shifts[shift])]
        count = cp_model.LinearExpr.sum(counted) + rule.before.get(agent_model.agent.id, 0)
        model.add(most >= count)
        model.add(fewest <= count)
    for count in fixed.values():
        model.add(most >= count)
        model.add(fewest <= count)
    spread = model.new_int_var(0, largest, "spread")
    model.add(spread >= most - fewest)
    objective.add(spread, rule.cost, largest)
