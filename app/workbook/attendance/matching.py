"""Which row of a template is whose."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.files.names import canonical
from app.project.attendance_names import AttendanceSystem, NamedThing, names_of
from app.workbook.attendance.template import Person
from app.workbook.team_plan import TeamPlan


@dataclass(frozen=True, slots=True)
class Matched:
    """Agent id to row; agents of the roster that no row is for, or several; people that the roster does not know."""

    rows: Mapping[str, int]
    missing: tuple[str, ...]
    several: tuple[str, ...]
    strangers: tuple[str, ...]


def match_people(plan: TeamPlan, system: AttendanceSystem, people: Iterable[Person]) -> Matched:
    """By staff id first, then by name, as far as only one agent bears it; names kept for the system win."""
    keys = _keys(plan, names_of(plan.project.attendance_names, system, NamedThing.AGENT))
    found: dict[str, list[int]] = {}
    strangers = []
    for person in people:
        agent = next((keys[said] for said in map(canonical, (*person.ids, person.name)) if said in keys), None)
        if agent:
            found.setdefault(agent, []).append(person.row)
        else:
            strangers.append(person.name or person.ids[0])
    shown = {row.agent_id: row.name for row in plan.rows}
    return Matched(
        rows={agent: rows[0] for agent, rows in found.items() if len(rows) == 1},
        missing=tuple(name for agent, name in shown.items() if agent not in found),
        several=tuple(shown[agent] for agent, rows in found.items() if len(rows) > 1),
        strangers=tuple(strangers),
    )


def _keys(plan: TeamPlan, theirs: Mapping[str, str]) -> dict[str, str]:
    """What a row may say to the agent id it means."""
    times = Counter(canonical(row.name) for row in plan.rows)
    keys = {canonical(row.name): row.agent_id for row in plan.rows if times[canonical(row.name)] == 1}
    keys |= {canonical(row.agent_id): row.agent_id for row in plan.rows}
    keys |= {canonical(name): agent for agent, name in theirs.items()}
    keys.pop("", None)
    return keys
