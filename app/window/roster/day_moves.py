"""What dragging a bar or a break makes of an assignment: always a shift of the table, a break inside its window."""

from app.project.version import Cells
from app.window.roster.editing import placed
from app.window.roster.plan import RosterPlan
from scheduler.break_patterns import free_patterns
from scheduler.roster import Assignment
from scheduler.shift import Shift


def moved(plan: RosterPlan, cell: Assignment, minutes: int) -> Assignment:
    """The shift dragged by so many minutes: the one of nearest start, then nearest length, that the agent may work."""
    now = plan.problem.shifts[cell.shift]
    return _as(plan, cell, min(_open(plan, cell), key=lambda s: (abs(s.start - now.start - minutes), _unlike(s, now))))


def stretched(plan: RosterPlan, cell: Assignment, edge_minute: int, at_end: bool) -> Assignment:
    """The shift with one edge dragged to a minute of its day: its other edge as near as the table allows, then this."""
    now = plan.problem.shifts[cell.shift]

    def distance(shift: Shift) -> tuple[int, int]:
        if at_end:
            return abs(shift.start - now.start), abs(shift.end - edge_minute)
        return abs(shift.end - now.end), abs(shift.start - edge_minute)

    return _as(plan, cell, min(_open(plan, cell), key=distance))


def next_shift(plan: RosterPlan, cell: Assignment, later: bool) -> Assignment:
    """The next shift by start, earlier or later; the same at the end of the table."""
    now = plan.problem.shifts[cell.shift]
    beyond = [s for s in _open(plan, cell) if (s.start > now.start if later else s.start < now.start)]
    if not beyond:
        return cell
    return _as(plan, cell, min(beyond, key=lambda s: (abs(s.start - now.start), _unlike(s, now))))


def break_moved(plan: RosterPlan, cell: Assignment, number: int, start: int) -> Assignment:
    """One break of a shift moved to the allowed start nearest to a minute of the shift's day, the others where they
    are; unchanged when none is allowed.
    """
    patterns = [
        pattern
        for pattern in free_patterns(plan.problem, cell.day, cell.shift)
        if all(pattern[i] == now for i, now in enumerate(cell.breaks) if i != number)
    ]
    if not patterns:
        return cell
    nearest = min(patterns, key=lambda pattern: abs(pattern[number] - start))
    return Assignment(cell.agent, cell.day, cell.shift, nearest)


def given(plan: RosterPlan, cell: Assignment, agent: str, keep: bool) -> Cells:
    """The shift given to another agent on the same day, or copied to them when `keep`; nothing into a locked cell."""
    theirs, mine = (agent, cell.day), (cell.agent, cell.day)
    if agent == cell.agent or theirs in plan.locks or (not keep and mine in plan.locks):
        return {}
    taken: Cells = {theirs: placed(plan, agent, cell.day, cell.shift)}
    return taken if keep else {**taken, mine: None}


def _open(plan: RosterPlan, cell: Assignment) -> list[Shift]:
    """Shifts that the agent may work, the present one always among them."""
    agent = plan.problem.agents[cell.agent]
    return [shift for shift in plan.problem.shifts.values() if shift.id == cell.shift or agent.may_work(shift.id)]


def _as(plan: RosterPlan, cell: Assignment, shift: Shift) -> Assignment:
    return cell if shift.id == cell.shift else placed(plan, cell.agent, cell.day, shift.id)


def _unlike(shift: Shift, now: Shift) -> int:
    return abs(shift.minutes - now.minutes)
