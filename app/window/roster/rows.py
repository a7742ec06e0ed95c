"""The agents of the matrix with what stands beside their names, and the order they are shown in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from scheduler.problem import Problem
from scheduler.roster import Assignment
from scheduler.team import TeamAgent

USUAL_SKILLS = ("presale", "in_sale", "aftersale", "live")


@dataclass(frozen=True)
class Row:
    """One agent. `minutes_by_day`: paid minutes of every day of the horizon; `violations`: how many are theirs;
    `roles`: `lead` and `mentor`; `overtime`: minutes beyond standard hours, None while the rules are not known.
    """

    id: str
    name: str
    group: str
    contract: str
    skills: tuple[str, ...]
    minutes_by_day: tuple[int, ...]
    violations: int = 0
    roles: tuple[str, ...] = ()
    overtime: int | None = None

    @cached_property
    def minutes(self) -> int:
        """Paid minutes of the horizon."""
        return sum(self.minutes_by_day)


class GroupBy(StrEnum):
    """What agents can be gathered by."""

    NONE = "none"
    GROUP = "group"
    CONTRACT = "contract"
    SKILL = "skill"


class SortBy(StrEnum):
    """What agents can be ordered by inside their group."""

    TEAM = "team"
    NAME = "name"
    HOURS = "hours"
    VIOLATIONS = "violations"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the rows are shown. `needle` keeps the agents whose name, id, group or skill words contain it."""

    group_by: GroupBy = GroupBy.CONTRACT
    sort_by: SortBy = SortBy.TEAM
    needle: str = ""


def row_of(
    problem: Problem,
    name: str,
    days: Mapping[int, Assignment],
    person: TeamAgent | None,
    violations: int,
    overtime: int | None = None,
) -> Row:
    """The row of one of the problem's agents with the days worked; name, group and roles come from the team."""
    agent = problem.agents[name]
    minutes = [0] * problem.horizon.days
    for day, cell in days.items():
        minutes[day] = problem.shifts[cell.shift].paid_minutes
    return Row(
        id=name,
        name=person.name if person and person.name else name,
        group=person.group if person else "",
        contract=agent.contract,
        skills=in_usual_order(agent.skills),
        minutes_by_day=tuple(minutes),
        violations=violations,
        roles=tuple(sorted(person.roles)) if person else (),
        overtime=overtime,
    )


def arranged(rows: tuple[Row, ...], arrangement: Arrangement, words: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows to show, groups together. `words`: what people call contracts and skills, searched too."""
    needle = arrangement.needle.strip().casefold()
    shown = [(place, row) for place, row in enumerate(rows) if needle in _searched(row, words)]
    first_seen = {group_of(row, arrangement.group_by): place for place, row in reversed(list(enumerate(rows)))}

    def order(item: tuple[int, Row]) -> tuple[object, ...]:
        place, row = item
        return (first_seen[group_of(row, arrangement.group_by)], *_inside_group(row, place, arrangement.sort_by))

    return tuple(row for _place, row in sorted(shown, key=order))


def in_usual_order(skills: Collection[str]) -> tuple[str, ...]:
    """Skills in the order of an inquiry's life, a team's own words after them."""
    own = sorted(set(skills) - set(USUAL_SKILLS))
    return (*(skill for skill in USUAL_SKILLS if skill in skills), *own)


def group_of(row: Row, group_by: GroupBy) -> tuple[str, ...]:
    """What a row is gathered under; equal for rows of one group."""
    if group_by is GroupBy.NONE:
        return ()
    if group_by is GroupBy.SKILL:
        return row.skills
    return (row.group,) if group_by is GroupBy.GROUP else (row.contract,)


def _inside_group(row: Row, place: int, sort_by: SortBy) -> tuple[object, ...]:
    keys: dict[SortBy, tuple[object, ...]] = {
        SortBy.TEAM: (place,),
        SortBy.NAME: (row.name, place),
        SortBy.HOURS: (-row.minutes, place),
        SortBy.VIOLATIONS: (-row.violations, place),
    }
    return keys[sort_by]


def _searched(row: Row, words: Mapping[str, str]) -> str:
    said = (words.get(word, word) for word in (row.contract, *row.skills))
    return " ".join((row.name, row.id, row.group, *said)).casefold()
