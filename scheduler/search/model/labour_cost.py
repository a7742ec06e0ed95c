"""Pay in the solver's model: hours times rate for each cell, and the premium for overtime of each week."""

from collections.abc import Sequence

from scheduler.agent import Overtime
from scheduler.labour import overtime_premium
from scheduler.rules.agent_model import AgentModel
from scheduler.search.model.objective_model import ObjectiveModel


def post(model: AgentModel, objective: ObjectiveModel) -> None:
    """One agent's pay."""
    rate = model.agent.hourly_cost / 60
    if not rate:
        return
    for (day, shift), works in model.cells.items():
        pay = model.problem.pay_multipliers.get(day, 1.0)
        objective.add(works, rate * pay * model.problem.shifts[shift].paid_minutes)
    if model.agent.overtime:
        for number, week in enumerate(model.problem.weeks):
            carries = number == 0 and model.problem.first_week_began_before
            carried = model.agent.carry_in.week_minutes if carries else 0
            _post_overtime(model, objective, week, carried, model.agent.overtime)


def _post_overtime(
    model: AgentModel, objective: ObjectiveModel, week: Sequence[int], carried: int, overtime: Overtime
) -> None:
    """Overtime until each day's evening, priced by the fall of the premium from that day to the next.

    Minutes past the limit accrue in the order of days, so the premium of a day counts for the growth on that day.
    """
    premium = [overtime_premium(model.problem, model.agent, day) for day in week]
    rate = model.agent.hourly_cost / 60
    limit, most = overtime.after_minutes_per_week - carried, 1440 * len(week)
    objective.constant -= rate * premium[0] * max(0, -limit)
    for position, (today, tomorrow) in enumerate(zip(premium, [*premium[1:], 0.0], strict=True)):
        if today == tomorrow:
            continue
        until = model.paid_minutes(week[: position + 1])
        extra = model.model.new_int_var(0, most + max(0, -limit), "overtime")
        if today > tomorrow:
            model.model.add(extra >= until - limit)
        else:  # a dearer tomorrow makes overtime today welcome: it must be exact
            model.model.add_max_equality(extra, [0, until - limit])
        objective.add(extra, rate * (today - tomorrow), most)
