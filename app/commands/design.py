"""`design`: which shifts to offer, and how many heads of each a day needs."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.commands.documents import write_rows
from app.commands.numbers_given import count, positive, share, whole
from app.commands.output import DONE, print_json, say, table
from app.commands.progress import progress_argument, steps
from app.commands.requirement_given import problem_given, requirement_options, skills_given
from app.project.file import ProjectFile
from app.wording import words
from forecasts.findings import Finding, InputError
from scheduler.design.day_after_day import DesignOrder
from scheduler.design.deviation import DeviationCost
from scheduler.design.engine import Design, design
from scheduler.design.night_before import night_before
from scheduler.design.proposal import with_proposed
from scheduler.design.shift_kinds import DesignLimits
from scheduler.document_fields import clock, read_clock

_ = words("commands")

COLUMNS = ("skill", "day", "shift", "start", "end", "heads")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    requirement_options(parser)
    parser.add_argument("--lengths", nargs="*", type=positive, help=_("lengths of shifts, hours (default 4 6 8 9 10)"))
    parser.add_argument("--first-start", help=_("earliest start of a shift, 08:00"))
    parser.add_argument("--last-start", help=_("latest start of a shift, 20:00"))
    parser.add_argument("--meal-minutes", type=whole, help=_("unpaid meal of shifts from 8 hours (default 60)"))
    parser.add_argument(
        "--rest-minutes", type=whole, help=_("two short rests of so many minutes (default 15; 0: none)")
    )
    parser.add_argument("--most-kinds", type=whole, help=_("offer at most so many kinds of shift"))
    parser.add_argument("--kind-price", type=share, help=_("agent-intervals that a further kind must save (default 3)"))
    parser.add_argument(
        "--repeats",
        action="store_true",
        help=_("the days come again: what runs past the last midnight covers the first"),
    )
    parser.add_argument("--seconds", type=positive, default=60.0, help=_("time limit, seconds (default 60)"))
    parser.add_argument("--workers", type=count, default=8, help=_("search workers (default 8; 1 is reproducible)"))
    parser.add_argument("--seed", type=whole, default=0, help=_("random seed"))
    parser.add_argument("--out", type=Path, help=_("where the heads of each day go (CSV)"))
    parser.add_argument("--add", action="store_true", help=_("add the shifts to the project's list"))
    progress_argument(parser)
    parser.add_argument("--json", action="store_true", help=_("print the result as JSON"))


def run(given: argparse.Namespace) -> int:
    """Design, write, and where asked add the shifts to the project."""
    problem, order = problem_given(given), order_of(given)
    wanted = {skill: problem.requirement[skill] for skill in skills_given(given, problem)}
    order = replace(order, no_break=problem.no_break)
    with steps(given.progress) as step:
        already = {} if order.repeats else night_before(problem, wanted)
        found = design(problem.horizon, wanted, order, lambda share: step("design", share), already)
    if given.out:
        write_rows(given.out, COLUMNS, rows(found))
    if given.json:
        print_json(document(found))
    else:
        tell(found)
    if given.add and given.project:
        with ProjectFile.open(given.project) as file:
            project = file.read()
            shifts = with_proposed(project.shifts, found.shifts)
            file.change(_("designed shifts"), replace(project, shifts=shifts))
        say(_("{count} shifts added to the project.").format(count=len(shifts) - len(project.shifts)))
    return DONE


def order_of(given: argparse.Namespace) -> DesignOrder:
    """The limits asked for. Raises InputError CM30 for a length that is none, CM31 for a count below one, CM33 for
    a start that is no time of day.
    """
    hours = given.lengths or []
    if any(not 1 <= length <= 24 or (length * 60) % 1 for length in hours):
        raise InputError([Finding("CM30", value=" ".join(f"{length:g}" for length in hours))])
    if given.most_kinds is not None and given.most_kinds < 1:
        raise InputError([Finding("CM31", value=str(given.most_kinds))])
    limits, cost = DesignLimits(), DeviationCost()
    return DesignOrder(
        limits=replace(
            limits,
            lengths=tuple(round(length * 60) for length in hours) or limits.lengths,
            first_start=_clock(given.first_start, limits.first_start),
            last_start=_clock(given.last_start, limits.last_start),
            meal_minutes=limits.meal_minutes if given.meal_minutes is None else given.meal_minutes,
            rest_minutes=limits.rest_minutes if given.rest_minutes is None else given.rest_minutes,
        ),
        cost=cost if given.kind_price is None else replace(cost, kind=given.kind_price),
        most_kinds=given.most_kinds,
        seconds=given.seconds,
        workers=given.workers,
        seed=given.seed,
        repeats=given.repeats,
    )


def _clock(text: str | None, default: int) -> int:
    """Minutes from midnight. Raises InputError CM33 for what is no time of day."""
    minute = default if text is None else read_clock(text)
    if minute is None:
        raise InputError([Finding("CM33", value=str(text))])
    return minute


def rows(found: Design) -> Iterator[dict[str, object]]:
    """Heads by skill, day and shift."""
    shifts = {shift.id: shift for shift in found.shifts}
    for skill, days in found.heads.items():
        for day, heads in enumerate(days):
            for name, wanted in sorted(heads.heads.items()):
                times = clock(shifts[name].start), clock(shifts[name].end)
                values = (skill, found.horizon.day(day).isoformat(), name, *times, wanted)
                yield dict(zip(COLUMNS, values, strict=True))


def document(found: Design) -> dict[str, object]:
    """The design for machines."""
    return {
        "shifts": [{"id": s.id, "start": clock(s.start), "minutes": s.minutes} for s in found.shifts],
        "short": found.short,
        "surplus": found.surplus,
        "deviation": found.deviation,
        "seconds": round(found.seconds, 3),
        "heads": list(rows(found)),
    }


def tell(found: Design) -> None:
    """The shifts and how well they fit, for people."""
    heads: dict[str, int] = {}
    for row in rows(found):
        heads[str(row["shift"])] = heads.get(str(row["shift"]), 0) + int(str(row["heads"]))
    table(
        "",
        (_("Shift"), _("Start"), _("End"), _("Heads in all")),
        [(s.id, clock(s.start), clock(s.end), str(heads.get(s.id, 0))) for s in found.shifts],
    )
    text = _(
        "{kinds} kinds of shift; {short} agent-intervals short, {surplus} too many: {deviation} of what is wanted."
    )
    say(
        text.format(
            kinds=len(found.shifts),
            short=f"{found.short:,.1f}",
            surplus=f"{found.surplus:,.1f}",
            deviation=f"{found.deviation:.2%}",
        )
    )
