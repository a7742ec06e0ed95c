"""`mix`: how many full-time, part-time and outsourced agents, and how much overtime, cover a horizon at least cost."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.commands.documents import write_rows
from app.commands.output import ATTENTION, DONE, print_json, say, table
from app.commands.requirement_given import problem_given, requirement_options, skills_given
from app.wording import words
from app.wording.names import name_of
from forecasts.findings import Finding, InputError
from scheduler.design.contract_terms import terms_of
from scheduler.design.mix import ContractTerms, MixPoint, frontier

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    requirement_options(parser)
    parser.add_argument("--most", nargs="*", default=[], help=_("heads there can be at most, part_time=60"))
    parser.add_argument("--out", type=Path, help=_("where the table goes (CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print the table as JSON"))


def run(given: argparse.Namespace) -> int:
    """The cost frontier of each skill; exit status 1 when no mix covers it."""
    problem, most = problem_given(given), most_heads(given.most)
    found: list[dict[str, object]] = []
    for skill in skills_given(given, problem):
        terms = [replace(t, most=most.get(t.contract)) for t in terms_of(problem, skill)]
        points = frontier(problem.horizon, problem.requirement[skill], terms)
        found += [{"skill": skill, **document(point)} for point in points]
        if not given.json:
            tell(skill, terms, points)
    if given.out and found:
        columns = list(dict.fromkeys(key for row in found for key in row))
        write_rows(given.out, columns, found)
    if given.json:
        print_json({"points": found})
    return DONE if found else ATTENTION


def most_heads(texts: list[str]) -> dict[str, int]:
    """Heads there can be by contract. Raises InputError CM32 for what is not CONTRACT=NUMBER."""
    most = {}
    for text in texts:
        contract, equals, number = text.partition("=")
        if not equals or not number.isdecimal():
            raise InputError([Finding("CM32", value=text)])
        most[contract] = int(number)
    return most


def document(point: MixPoint) -> dict[str, object]:
    """One point as a row."""

    def named(what: str, by_contract: Mapping[str, float]) -> dict[str, object]:
        return {f"{contract}_{what}": round(value, 2) for contract, value in by_contract.items()}

    return {
        "wages": round(point.wages, 2),
        "short_hours": round(point.short_hours, 2),
        **named("heads", point.heads),
        **named("hours", point.hours),
        **named("extra_hours", point.extra_hours),
    }


def tell(skill: str, terms: list[ContractTerms], points: tuple[MixPoint, ...]) -> None:
    """The frontier for people, a line for each share that may stay short."""
    if not points:
        say(_("{skill}: no number of agents of these contracts covers it.").format(skill=name_of(skill)))
        return
    contracts = [t.contract for t in terms]
    owing = [t.contract for t in terms if t.paid_minutes_per_week]
    table(
        name_of(skill),
        (
            _("Short, agent-hours"),
            _("Wages, yuan"),
            *(name_of(contract) for contract in contracts),
            _("Overtime hours"),
        ),
        [
            (
                f"{point.short_hours:,.0f}",
                f"{point.wages:,.0f}",
                *(str(point.heads[contract]) for contract in contracts),
                f"{sum(point.extra_hours[name] for name in owing):,.0f}",
            )
            for point in points
        ],
    )
