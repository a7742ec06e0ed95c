"""The price of hours without company in the solver's model."""

from scheduler.problem import Companion
from scheduler.rules.companions import stretches
from scheduler.rules.presence_model import PresenceModel
from scheduler.search.model.objective_model import ObjectiveModel


def post(model: PresenceModel, rule: Companion, objective: ObjectiveModel) -> None:
    """A boolean for each stretch of intervals, true when somebody is on duty there without enough company."""
    if rule.cost is None:
        return
    for stretch in stretches(model, rule):
        alone = model.model.new_bool_var("alone")
        for needed in stretch.needed:
            model.model.add(stretch.given + rule.least * alone >= rule.least * needed)
        objective.add(alone, rule.cost * len(stretch.intervals) * model.problem.horizon.interval_hours)
