"""The least rest from the end of a shift to the start of the next, the last before the horizon included."""

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.rules.agent_model import AgentModel

RULE = "min_rest_minutes"


def post(model: AgentModel) -> None:
    """Pairs of shifts too close together, on the next day or, for long rests, later; and the carry-in."""
    least, shifts = model.agent.min_rest_minutes, model.problem.shifts.values()
    if least is None:
        return
    for later in range(1, model.problem.horizon.days):
        pairs = {(a.id, b.id) for a in shifts for b in shifts if later * MINUTES_PER_DAY + b.start - a.end < least}
        if not pairs:
            break
        model.forbid_followers(pairs, later, RULE)
    _after_carry_in(model, least)


def _after_carry_in(model: AgentModel, least: int) -> None:
    end = model.agent.carry_in.last_shift_end
    for (day, shift), works in model.cells.items():
        if end is not None and day * MINUTES_PER_DAY + model.problem.shifts[shift].start - end < least:
            model.require(works == 0, RULE, day)
