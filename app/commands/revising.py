"""Options that say what a re-optimisation may change: who is away, what stays, where, and what a change costs."""

import argparse
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from app.commands.numbers_given import number, whole
from app.wording import words
from forecasts.findings import Finding, InputError
from scheduler.problem import Problem
from scheduler.reoptimise import Revision, Scope

_ = words("commands")

MOST_FOR_AN_ABSENCE = 3
"""Other agents that an absence may touch unless another number is given."""


def revision_options(parser: argparse.ArgumentParser) -> None:
    """Absences, locks, scope and the price of a change."""
    parser.add_argument("--absent", nargs="*", default=[], help=_("agents who are away, by id"))
    parser.add_argument("--from", dest="first", help=_("from when they are away, 2026-11-10T18:00"))
    parser.add_argument("--to", dest="last", help=_("until when they are away (exclusive)"))
    parser.add_argument("--lock-agents", nargs="*", default=[], help=_("agents whose days stay as they are"))
    parser.add_argument("--lock-days", nargs="*", default=[], help=_("days that stay as they are"))
    parser.add_argument("--lock-cells", nargs="*", default=[], help=_("cells that stay, AGENT:2026-11-10"))
    parser.add_argument("--agents", nargs="*", help=_("change only these agents"))
    parser.add_argument("--days", nargs="*", help=_("change only these days"))
    parser.add_argument("--cells", nargs="*", help=_("change only these cells, AGENT:2026-11-10"))
    parser.add_argument("--empty-only", action="store_true", help=_("change only cells that are a day off now"))
    parser.add_argument("--change-price", type=number, default=50.0, help=_("yuan for each changed day (default 50)"))
    parser.add_argument("--most-agents", type=whole, help=_("most other agents to touch (with --absent 3 by default)"))


def revision_of(given: argparse.Namespace, problem: Problem, locked: Iterable[tuple[str, int]] = ()) -> Revision:
    """What may change. Raises InputError CM21 for an unknown agent, CM22 for a day outside the horizon, CM23 for an
    absence without a time, CM24 for a cell not written AGENT:DATE, CM25 for a price below zero.
    """
    if given.change_price < 0:
        raise InputError([Finding("CM25", value=str(given.change_price))])
    most = given.most_agents if given.most_agents is not None or not given.absent else MOST_FOR_AN_ABSENCE
    return Revision(
        scope=Scope(
            agents=None if given.agents is None else frozenset(_agents(given.agents, problem)),
            days=None if given.days is None else frozenset(_days(given.days, problem)),
            cells=None if given.cells is None else frozenset(_cells(given.cells, problem)),
            empty_only=given.empty_only,
        ),
        locked_agents=frozenset(_agents(given.lock_agents, problem)),
        locked_days=frozenset(_days(given.lock_days, problem)),
        locked_cells=frozenset([*_cells(given.lock_cells, problem), *locked]),
        away=_away(given, problem),
        change_price=given.change_price,
        most_agents=most,
    )


def _away(given: argparse.Namespace, problem: Problem) -> tuple[tuple[str, int, int], ...]:
    """Agents with the minutes they are away. Raises InputError CM21, CM23."""
    names = _agents(given.absent, problem)
    if not names:
        return ()
    start, end = (problem.horizon.minute(moment) for moment in absent_span(given))
    return tuple((name, start, end) for name in names)


def absent_span(given: argparse.Namespace) -> tuple[datetime, datetime]:
    """From when to when agents are away. Raises InputError CM23."""
    try:
        start, end = datetime.fromisoformat(given.first or ""), datetime.fromisoformat(given.last or "")
    except ValueError:
        start = end = datetime.min
    if start >= end or start.tzinfo or end.tzinfo:
        raise InputError([Finding("CM23", value=f"{given.first or ''} – {given.last or ''}")])
    return start, end


def _agents(names: Sequence[str], problem: Problem) -> Sequence[str]:
    unknown = [Finding("CM21", value=name) for name in names if name not in problem.agents]
    if unknown:
        raise InputError(unknown)
    return names


def _days(texts: Sequence[str], problem: Problem) -> list[int]:
    return [day_of(text, problem) for text in texts]


def day_of(text: str, problem: Problem) -> int:
    """The day number of a date. Raises InputError CM22."""
    try:
        number = problem.horizon.day_number(date.fromisoformat(text))
    except ValueError:
        number = -1
    if not 0 <= number < problem.horizon.days:
        first, last = problem.horizon.day(0), problem.horizon.day(problem.horizon.days - 1)
        raise InputError([Finding("CM22", value=text, facts={"first": first, "last": last})])
    return number


def _cells(texts: Sequence[str], problem: Problem) -> list[tuple[str, int]]:
    found = []
    for text in texts:
        name, colon, day = text.rpartition(":")
        if not colon:
            raise InputError([Finding("CM24", value=text)])
        found.append((_agents([name], problem)[0], day_of(day, problem)))
    return found
