"""The numbers of a roster that decide: hours, cost, shortage, its worst interval, distance from the best."""

import numpy as np

from app.window.formats import number_text, share_text, short_day_text, span_text
from app.window.frame.tiles import GOOD, PLAIN, SHORT, Tile
from app.window.roster.footer_painting import WORTH_TELLING
from app.window.roster.plan import RosterPlan
from app.window.roster.short_texts import compact, hours
from app.wording import words

_ = words("window")


def tiles_of(plan: RosterPlan) -> tuple[Tile, ...]:
    """Five tiles; dashes before there is a roster."""
    if plan.version is None:
        names = (_("Agent-hours"), _("Cost"), _("Shortage"), _("Worst interval"), _("Gap to the optimum, at most"))
        return tuple(Tile(name, "–") for name in names)
    return (_agent_hours(plan), _cost(plan), _shortage(plan), _worst(plan), _gap(plan))


def _agent_hours(plan: RosterPlan) -> Tile:
    minutes = sum(row.minutes for row in plan.rows)
    working = sum(row.minutes > 0 for row in plan.rows)
    note = _("{agents} of {all} agents rostered").format(agents=working, all=len(plan.rows))
    return Tile(_("Agent-hours"), hours(minutes), _("h"), note)


def _cost(plan: RosterPlan) -> Tile:
    note = _("of which labour {labour}").format(labour=number_text(plan.cost.labour))
    return Tile(_("Cost"), number_text(plan.cost.total), _("yuan"), note)


def _shortage(plan: RosterPlan) -> Tile:
    short = plan.cost.agent_hours_short
    if not plan.problem.requirement:
        return Tile(_("Shortage"), "–", "", _("no requirement yet"))
    if short < WORTH_TELLING:
        return Tile(_("Shortage"), "0", _("agent-hours"), _("requirement covered ✓"), GOOD)
    required = sum(float(curve.sum()) for curve in plan.problem.requirement.values()) * plan.horizon.interval_hours
    note = _("{share} of the requirement").format(share=share_text(short / required))
    return Tile(_("Shortage"), f"▼ {compact(short, 0 if short >= 100 else 1)}", _("agent-hours"), note, SHORT)


def _worst(plan: RosterPlan) -> Tile:
    short = sum(plan.cover.shortage.values(), np.zeros(plan.horizon.intervals))
    if not len(short) or float(short.max()) < WORTH_TELLING:
        return Tile(_("Worst interval"), _("none"), "", _("no interval is short"), GOOD)
    interval = int(short.argmax())
    day, inside = divmod(interval, plan.horizon.intervals_per_day)
    start = inside * plan.horizon.interval_minutes
    when = f"{short_day_text(plan.horizon.day(day))} {span_text(start, start + plan.horizon.interval_minutes)}"
    return Tile(_("Worst interval"), f"▼ {compact(float(short[interval]))}", _("standard agents"), when, SHORT)


def _gap(plan: RosterPlan) -> Tile:
    solution = plan.solution
    gap = solution.gap if solution else None
    if gap is None:
        return Tile(_("Gap to the optimum, at most"), "–", "", _("no bound was proven"))
    note = _("proven: no roster costs less than {bound} yuan").format(
        bound=number_text(solution.bound if solution else None)
    )
    return Tile(_("Gap to the optimum, at most"), share_text(gap), "", note, PLAIN)
