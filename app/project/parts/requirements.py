"""The requirement of each scenario, with the service predicted for it."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from app.project.parts.arrays import nullable, numbers_of
from app.project.parts.rows import Row, plain_rows
from app.project.parts.scenarios import id_of
from app.project.result_schema import REQUIREMENT, REQUIREMENT_CURVE, SKILL_REQUIREMENT
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.requirement import Requirement, Service, SkillRequirement

SERVICE = tuple(field.name for field in fields(Service))
ARRAYS = ("base", "requirement", *SERVICE)
Values = list[Any]


def write_requirement(connection: Connection, scenario: str, requirement: Requirement, made_from: str) -> None:
    """Replace the scenario's requirement."""
    scenario = id_of(connection, scenario)
    horizon = requirement.horizon
    connection.execute(delete(REQUIREMENT).where(REQUIREMENT.c.scenario == scenario))
    head = {
        "scenario": scenario,
        "first_day": horizon.first_day,
        "days": horizon.days,
        "interval_minutes": horizon.interval_minutes,
        "made_from": made_from,
    }
    connection.execute(insert(REQUIREMENT).values(head))
    for skill, part in requirement:
        connection.execute(insert(SKILL_REQUIREMENT), _skill_rows(scenario, skill, part))
        if part.curves:
            connection.execute(insert(REQUIREMENT_CURVE), _curve_rows(scenario, skill, part))


def _skill_rows(scenario: str, skill: str, part: SkillRequirement) -> list[Row]:
    arrays: dict[str, Numbers] = {"base": part.base, "requirement": part.requirement}
    arrays |= {name: getattr(part.service, name) for name in SERVICE}
    columns = [nullable(array) for array in arrays.values()]
    return [
        {"scenario": scenario, "skill": skill, "interval": interval, "binding_goal": goal}
        | dict(zip(arrays, values, strict=True))
        for interval, (goal, *values) in enumerate(zip(part.binding_goal, *columns, strict=True))
    ]


def _curve_rows(scenario: str, skill: str, part: SkillRequirement) -> list[Row]:
    return [
        {"scenario": scenario, "skill": skill, "name": name, "numbers": nullable(numbers)}
        for name, numbers in part.curves.items()
    ]


def read_requirement(connection: Connection, scenario: str) -> tuple[Requirement, str] | None:
    """The scenario's requirement and the fingerprint of what it was made from, or None."""
    scenario = id_of(connection, scenario)
    table, part = REQUIREMENT, SKILL_REQUIREMENT
    head = connection.execute(select(table).where(table.c.scenario == scenario)).mappings().one_or_none()
    if head is None:
        return None
    rows: dict[str, list[Values]] = {}
    query = select(part.c.skill, part.c.binding_goal, *(part.c[name] for name in ARRAYS))
    query = query.where(part.c.scenario == scenario).order_by(part.c.skill, part.c.interval)
    for skill, *values in plain_rows(connection, query):
        rows.setdefault(skill, []).append(values)
    horizon = Horizon(head["first_day"], head["days"], head["interval_minutes"])
    curves = _curves(connection, scenario)
    skills = {skill: _skill(of_skill, curves.get(skill, {})) for skill, of_skill in rows.items()}
    return Requirement(horizon, skills), head["made_from"]


def _curves(connection: Connection, scenario: str) -> dict[str, dict[str, Numbers]]:
    found: dict[str, dict[str, Numbers]] = {}
    query = select(REQUIREMENT_CURVE).where(REQUIREMENT_CURVE.c.scenario == scenario)
    for row in connection.execute(query).mappings():
        found.setdefault(row["skill"], {})[row["name"]] = numbers_of(row["numbers"])
    return found


def _skill(rows: list[Values], curves: dict[str, Numbers]) -> SkillRequirement:
    goals, *columns = zip(*rows, strict=True)
    base, requirement, *service = (numbers_of(column) for column in columns)
    return SkillRequirement(
        base=base,
        requirement=requirement,
        binding_goal=goals,
        service=Service(**dict(zip(SERVICE, service, strict=True))),
        curves=curves,
    )
