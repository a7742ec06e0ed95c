"""Scenarios, in their order, and the id under which the results of each are kept."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from sqlalchemy import Connection, select

from app.project.parts.rows import Tables, read_rows
from app.project.project import Scenario
from app.project.schema import SCENARIO


def scenario_rows(scenarios: Sequence[Scenario], ids: Mapping[str, str]) -> Tables:
    """One row a scenario. `ids`: those stored, by name; a scenario that has none yet gets one, and no two share one."""
    rows = []
    given: set[str] = set()
    for position, scenario in enumerate(scenarios):
        wanted = scenario.id or ids.get(scenario.name, "")
        own = uuid4().hex if not wanted or wanted in given else wanted
        given.add(own)
        rows.append(
            {
                "name": scenario.name,
                "position": position,
                "volume_factor": scenario.volume_factor,
                "agent_changes": dict(scenario.agent_changes),
                "changes": dict(scenario.changes),
                "base": scenario.base,
                "id": own,
            }
        )
    return {SCENARIO: rows}


def read_scenarios(connection: Connection) -> tuple[Scenario, ...]:
    """All scenarios in order."""
    return tuple(
        Scenario(row["name"], row["volume_factor"], row["agent_changes"], row["changes"], row["base"], row["id"])
        for row in read_rows(connection, SCENARIO)
    )


def scenario_ids(connection: Connection) -> dict[str, str]:
    """Name to id of every scenario."""
    return {row.name: row.id for row in connection.execute(select(SCENARIO.c.name, SCENARIO.c.id))}


def id_of(connection: Connection, name: str) -> str:
    """What a scenario's results are kept under; of one that the project does not have, its name."""
    return connection.execute(select(SCENARIO.c.id).where(SCENARIO.c.name == name)).scalar() or name
