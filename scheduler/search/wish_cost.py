"""Requests, shift targets and fairness in the solver's model."""

from collections.abc import Collection, Mapping

from ortools.sat.python import cp_model

from scheduler.problem import Fairness, ShiftTarget
from scheduler.rules.agent_model import AgentModel
from scheduler.search.objective_model import ObjectiveModel


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
    cells = [m.cells[target.day, target.shift] for m in models if (target.day, target.shift) in m.cells]
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
    """Most less fewest shifts carrying a tag; `fixed` counts those of agents who are not part of the model."""
    concerned = [m for m in models if rule.contract in (None, m.agent.contract)]
    if not concerned:
        objective.constant += rule.cost * (max(fixed.values()) - min(fixed.values()) if fixed else 0)
        return
    model, days = concerned[0].model, len(concerned[0].works)
    most, fewest = model.new_int_var(0, days, "most"), model.new_int_var(0, days, "fewest")
    for agent_model in concerned:
        tagged = {name: int(rule.tag in shift.tags) for name, shift in agent_model.problem.shifts.items()}
        count = agent_model.sum(tagged.__getitem__)
        model.add(most >= count)
        model.add(fewest <= count)
    for count in fixed.values():
        model.add(most >= count)
        model.add(fewest <= count)
    spread = model.new_int_var(0, days, "spread")
    model.add(spread >= most - fewest)
    objective.add(spread, rule.cost, days)
