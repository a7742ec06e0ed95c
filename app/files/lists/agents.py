"""The agent list 花名册."""

from datetime import date

from app.files.grid import Value
from app.files.lists.protections import read_protections
from app.files.lists.roles import read_roles
from app.files.table import Table
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import read_moment
from app.files.values.number import read_number
from app.files.values.several import words_of
from app.files.words import CONTRACTS, LEGAL_FORMS, SKILLS, id_of, skill_in
from forecasts.findings import Place
from scheduler.team import TeamAgent


def read_agents(table: Table) -> tuple[TeamAgent, ...]:
    """Agents in the list's order. Without an id the name is the id; a row with neither is noted (IE26).

    `shifts` holds the words of the list until they are matched to the team's shifts.
    """
    costs, worth = table.parsed("hourly_cost", _not_negative), table.parsed("productivity", _not_negative)
    hired = table.parsed("hired", _day)
    skills, shifts = table.values("skill"), table.values("shifts_allowed" if table.has("shifts_allowed") else "shift")
    roles, protections = read_roles(table), read_protections(table)
    agents = []
    for position, (number, row) in enumerate(zip(table.numbers, _texts(table), strict=True)):
        if not row["agent_id"] and not row["agent_name"]:
            table.log.problem("IE26", number)
            continue
        agents.append(
            TeamAgent(
                id=row["agent_id"] or row["agent_name"],
                name=row["agent_name"] or row["agent_id"],
                group=row["group"],
                contract=id_of(row["contract"], CONTRACTS) or "full_time",
                legal_form=id_of(row["legal_form"], LEGAL_FORMS) or "standard",
                skills=_skills(words_of(skills[position]), row["post"], row["group"]),
                roles=roles[position],
                productivity=_else(worth[position], 1.0),
                hourly_cost=_else(costs[position], 0.0),
                hired=hired[position],
                shifts=_shifts(shifts[position]),
                protections=protections[position],
            )
        )
    return tuple(agents)


FIELDS = {
    "group": "group",
    "contract": "contract",
    "legal_form": "legal_form",
    "skill": "skills",
    "post": "skills",
    "roles": "roles",
    "protection": "protections",
    "productivity": "productivity",
    "hourly_cost": "hourly_cost",
    "hired": "hired",
    "shifts_allowed": "shifts",
    "shift": "shifts",
    "agent_name": "name",
}
"""Column to the agent's field that it fills."""


ALL_SHIFTS = frozenset({"全部", "不限", "all"})

COLUMN_OF = {
    "TM01": "agent_id",
    "TM02": "shifts_allowed",
    "TM03": "shifts_allowed",
    "TM04": "skill",
}
"""Code of a finding about an agent to the column that it is about."""


def agent_places(table: Table) -> dict[str, dict[str, Place]]:
    """By agent id and code of a finding, the cell that such a finding is about."""
    columns = {code: table.name(column) for code, column in COLUMN_OF.items() if table.has(column)}
    ids = [row["agent_id"] or row["agent_name"] for row in _texts(table)]
    return {
        agent: {code: Place(table.log.file, table.log.sheet, number, columns.get(code, "")) for code in COLUMN_OF}
        for agent, number in zip(ids, table.numbers, strict=True)
    }


def fields_given(table: Table) -> set[str]:
    """The fields of an agent that the list speaks of; the others stay as the project has them."""
    return {field for column, field in FIELDS.items() if table.has(column)}


def _texts(table: Table) -> list[dict[str, str]]:
    columns = ("agent_id", "agent_name", "group", "contract", "legal_form", "post")
    rows = zip(*(table.texts(column) for column in columns), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _skills(words: tuple[str, ...], post: str, group: str) -> frozenset[str]:
    """The skills written; where none is, that which the post or the group begins with (售前客服, 售后组)."""
    if words:
        return frozenset(skill_in(word) or id_of(word, SKILLS) for word in words)
    return frozenset({skill for skill in (skill_in(post) or skill_in(group),) if skill})


def _shifts(value: Value) -> frozenset[str] | None:
    """Words for shifts, between spaces too, as the program's own team table shows them; None for all shifts."""
    words = frozenset(part for word in words_of(value) for part in word.split())
    return None if words <= ALL_SHIFTS else words


def _else(value: float | None, default: float) -> float:
    return default if value is None else value


def _not_negative(value: Value) -> float | None:
    number = read_number(value)
    if number is not None and not 0 <= number < float("inf"):
        raise Unreadable("IE16", variant="negative")
    return number


def _day(value: Value) -> date | None:
    return None if is_missing(value) else read_moment(value).date()
