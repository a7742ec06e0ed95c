"""Why a cell is what it is, in words: what it serves, what else it could be, who else could take it. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.project.version import Cells
from app.window.formats import clock_text, signed_text, span_text
from app.window.roster.cell_texts import shift_name
from app.window.roster.plan import RosterPlan
from app.window.roster.short_texts import compact
from app.wording import words
from app.wording.names import listed
from app.wording.rules import rule_name
from scheduler.reasons.assignment import Choice, Served, choices, serves
from scheduler.reasons.standing import Difference, Standing
from scheduler.reasons.takers import Taker, swapped, takers
from scheduler.roster import Assignment

_ = words("window")

MOST_TAKERS = 30
"""Agents listed who could take a shift; the list is sorted, the others break more or cost more."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that could be done instead: in words, what it would cost more (yuan; below zero: saves), what it would
    break and where its cost comes from, a line each, and the cells that do it.
    """

    name: str
    yuan: float
    effects: tuple[str, ...]
    breaks_rules: bool
    cells: Cells

    @property
    def effect(self) -> str:
        """Everything it does, in one text."""
        return listed(self.effects)


class Explanation:
    """Everything about one cell, every figure from the change evaluated again."""

    def __init__(self, plan: RosterPlan, agent: str, day: int) -> None:
        self._plan, self._agent, self._day = plan, agent, day
        self._standing = Standing(plan.problem, plan.roster)

    def serves(self) -> tuple[str, ...]:
        """Sentences: what would be short without the assignment."""
        cell = self._plan.roster.cells.get((self._agent, self._day))
        return _serves(self._plan, cell, serves(self._standing, self._agent, self._day))

    def choices(self) -> tuple[Option, ...]:
        """The other shifts that the agent has, and the day off."""
        agent = self._plan.problem.agents[self._agent]
        found = choices(self._standing, self._agent, self._day)
        mine = [choice for choice in found if choice.shift is None or agent.may_work(choice.shift)]
        return tuple(_choice(self._plan, self._agent, self._day, choice) for choice in mine)

    def takers(self) -> tuple[Option, ...]:
        """The other agents for the shift; none for a day off. A quarter of a second for two hundred agents."""
        if (self._agent, self._day) not in self._plan.roster.cells:
            return ()
        found = takers(self._standing, self._agent, self._day)[:MOST_TAKERS]
        return tuple(_taker(self._plan, self._agent, self._day, taker) for taker in found)

    def swaps(self) -> tuple[Option, ...]:
        """The other agents who work another shift that day: the two change places. Without a rule broken first, then
        by cost.
        """
        mine, place = self._plan.roster.shift(self._agent, self._day), (self._agent, self._day)
        others = {name: self._plan.roster.shift(name, self._day) for name in self._plan.problem.agents}
        found = [
            (self._standing.difference(cells), name, shift, cells)
            for name, shift in others.items()
            if shift is not None and shift != mine
            for cells in (swapped(self._standing, place, (name, self._day)),)
        ]
        found.sort(key=lambda one: (len(one[0].broken), one[0].total))
        return tuple(
            option_of(self._plan, now_text(self._plan, name, shift), difference, cells)
            for difference, name, shift, cells in found[:MOST_TAKERS]
        )


def _serves(plan: RosterPlan, cell: Assignment | None, served: tuple[Served, ...]) -> tuple[str, ...]:
    if cell is None:
        return (_("A day off serves rest; what working would bring stands below."),)
    if not served:
        return (_("Nothing would be short without this shift."),)
    yuan = sum(one.yuan for one in served)
    missing = sum(sum(one.short.values()) for one in served) * plan.horizon.interval_hours
    total = _("Without it {hours} agent-hours more would be short, at {yuan} yuan:").format(
        hours=compact(missing, 1), yuan=compact(yuan, 0)
    )
    return (total, listed(_spans(plan, cell.day, [one.interval for one in served])))


def _spans(plan: RosterPlan, day: int, intervals: list[int]) -> Iterable[str]:
    """The intervals as clock spans, neighbours joined."""
    per_day, step = plan.horizon.intervals_per_day, plan.horizon.interval_minutes
    first = 0
    for place, interval in enumerate(intervals):
        if place + 1 == len(intervals) or intervals[place + 1] != interval + 1:
            begin = (intervals[first] - day * per_day) * step
            yield span_text(begin, (interval + 1 - day * per_day) * step)
            first = place + 1


def _choice(plan: RosterPlan, agent: str, day: int, choice: Choice) -> Option:
    cell = None if choice.shift is None else Assignment(agent, day, choice.shift, choice.breaks)
    name = _("Day off") if choice.shift is None else shift_text(plan, choice.shift)
    return option_of(plan, name, choice.difference, {(agent, day): cell})


def _taker(plan: RosterPlan, agent: str, day: int, taker: Taker) -> Option:
    shift = plan.roster.cells[agent, day].shift
    name = now_text(plan, taker.agent, taker.instead_of)
    cells: Cells = {(agent, day): None, (taker.agent, day): Assignment(taker.agent, day, shift, taker.breaks)}
    return option_of(plan, name, taker.difference, cells)


def now_text(plan: RosterPlan, agent: str, shift: str | None) -> str:
    """An agent with what they work now."""
    return _("{agent} (now {shift})").format(agent=plan.name_of(agent), shift=short_name(plan, shift))


def short_name(plan: RosterPlan, shift: str | None) -> str:
    """晚班, or a day off."""
    found = plan.problem.shifts.get(shift or "")
    return (shift or _("day off")) if found is None else shift_name(found)


def option_of(plan: RosterPlan, name: str, difference: Difference, cells: Cells) -> Option:
    """A change with what it costs and breaks; one of a locked cell says so and does nothing."""
    locked = any(key in plan.locks for key in cells)
    rules = dict.fromkeys(violation.rule for violation in difference.broken)
    broken = [_("breaks {rules}").format(rules=rule_name(rule)) for rule in rules]
    effects = ((_("locked"),) if locked else ()) + (*broken, listed(_parts(difference)))
    told = tuple(text for text in effects if text)
    return Option(name, difference.total, told, bool(broken) or locked, {} if locked else cells)


def _parts(difference: Difference) -> Iterable[str]:
    """Where the difference of cost comes from, largest first."""
    names = {
        _("cover"): difference.cover,
        _("labour"): difference.labour,
        _("wishes"): difference.requests,
        _("fairness"): difference.fairness,
        _("shift targets"): difference.shift_targets,
        _("company"): difference.companions,
    }
    shown = sorted(((name, yuan) for name, yuan in names.items() if abs(yuan) >= 0.5), key=lambda item: -abs(item[1]))
    return (f"{name} {signed_text(yuan)}" for name, yuan in shown)


def shift_text(plan: RosterPlan, shift: str) -> str:
    """晚班 16:00–01:00+1."""
    found = plan.problem.shifts.get(shift)
    if found is None:
        return shift
    return f"{shift_name(found)} {clock_text(found.start)}–{clock_text(found.end)}"
