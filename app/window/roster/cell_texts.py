"""What a cell says aloud and in its tooltip."""

from app.window.formats import clock_text, day_text, short_day_text
from app.window.roster.cells import Cell, is_met
from app.window.roster.plan import RosterPlan
from app.window.roster.rows import Row
from app.window.roster.short_texts import duties_name
from app.wording import words
from app.wording.names import listed
from app.wording.rules import violation_sentence
from scheduler.agent import Request
from scheduler.shift import Shift
from scheduler.violation import Violation

_ = words("window")


def shift_name(shift: Shift) -> str:
    """What a shift is called: its name, else its code."""
    return shift.name or shift.code or shift.id


def shift_times(shift: Shift) -> str:
    """22:00–06:00+1."""
    return f"{clock_text(shift.start)}–{clock_text(shift.end)}"


def spoken(plan: RosterPlan, row: Row, day: int) -> str:
    """A cell for a screen reader: 客服03 11月4日 晚班 已锁定 违规1项."""
    cell = plan.cell(row.id, day)
    parts = [row.name, short_day_text(plan.horizon.day(day)), _occupation(plan, cell)]
    if cell.look.duty:
        parts.append(duties_name(row.roles))
    if cell.look.locked:
        parts.append(_("locked"))
    if cell.look.changed:
        parts.append(_("changed"))
    if cell.violations:
        parts.append(_("{count} violations").format(count=len(cell.violations)))
    parts += [_request_text(plan, request, cell.shift) for request in cell.requests]
    return " ".join(parts)


def tooltip(plan: RosterPlan, row: Row, day: int) -> str:
    """A cell in a few lines: who and when, the shift with its breaks, what is wrong, what was wished."""
    cell = plan.cell(row.id, day)
    lines = [f"{row.name} · {day_text(plan.horizon.day(day))}", _shift_line(plan, row, day, cell)]
    if cell.look.duty:
        lines.append(duties_name(row.roles))
    if cell.look.locked:
        lines.append(_("Locked: the search keeps it"))
    if cell.look.changed:
        lines.append(_("Changed since published"))
    if cell.look.partly_away:
        lines.append(_("Away for part of the day"))
    lines += [_request_text(plan, request, cell.shift) for request in cell.requests]
    lines += [violation_text(plan, violation) for violation in cell.violations]
    return "\n".join(lines)


def violation_text(plan: RosterPlan, violation: Violation) -> str:
    """What is broken and by how much, as a sentence."""
    return violation_sentence(violation, plan.name_of, lambda day: short_day_text(plan.horizon.day(day)))


def _occupation(plan: RosterPlan, cell: Cell) -> str:
    if cell.shift is None:
        return _("away") if cell.away else _("day off")
    shift = plan.problem.shifts.get(cell.shift)
    return shift_name(shift) if shift else cell.shift


def _shift_line(plan: RosterPlan, row: Row, day: int, cell: Cell) -> str:
    shift = plan.problem.shifts.get(cell.shift or "")
    if shift is None:
        return _occupation(plan, cell)
    line = f"{shift_name(shift)} {shift_times(shift)}"
    assignment = plan.roster.cells.get((row.id, day))
    starts = assignment.breaks if assignment else ()
    pauses = [
        f"{clock_text(at)}–{clock_text(at + pause.minutes)}" for at, pause in zip(starts, shift.breaks, strict=False)
    ]
    return line if not pauses else line + " · " + _("break {times}").format(times=listed(pauses))


def _request_text(plan: RosterPlan, request: Request, shift_worked: str | None) -> str:
    shift = plan.problem.shifts.get(request.shift or "")
    wanted = shift_name(shift) if shift else _("work") if request.shift is None else request.shift
    return _wish_sentence(plan.version is not None, request, is_met(request, shift_worked)).format(shift=wanted)


def _wish_sentence(judged: bool, request: Request, met: bool) -> str:
    """Before there is a roster a wish is only told; afterwards it is said whether it came true."""
    if request.wish == "on":
        if not judged:
            return _("☆ wishes for: {shift}")
        return _("☆ request met: {shift}") if met else _("✕ request not met: {shift}")
    if not judged:
        return _("✕ wishes not: {shift}")
    return _("☆ request met: not {shift}") if met else _("✕ request not met: not {shift}")
