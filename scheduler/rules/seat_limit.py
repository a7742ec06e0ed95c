"""No more agents at work in any interval than there are seats; who is on a break holds none."""

from ortools.sat.python import cp_model

from scheduler.rules.presence_model import PresenceModel


def post(model: PresenceModel) -> None:
    """Heads present in each interval from above."""
    seats = model.problem.seat_limit
    if seats is None:
        return
    for interval, counts in model.present.items():
        heads = cp_model.LinearExpr.sum([count.variable for count in counts])
        left = seats - int(model.fixed.heads[interval])
        model.require(heads <= left, "seat_limit", interval // model.problem.horizon.intervals_per_day)
