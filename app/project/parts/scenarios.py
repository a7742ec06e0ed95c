"""Scenarios, in their order."""

from sqlalchemy import Connection

from app.project.parts.rows import Tables, read_rows
from app.project.project import Scenario
from app.project.schema import SCENARIO


def scenario_rows(scenarios: tuple[Scenario, ...]) -> Tables:
    """One row a scenario."""
    return {
        SCENARIO: [
            {
                "name": scenario.name,
                "position": position,
                "volume_factor": scenario.volume_factor,
                "agent_changes": dict(scenario.agent_changes),
                "changes": dict(scenario.changes),
                "base": scenario.base,
            }
            for position, scenario in enumerate(scenarios)
        ]
    }


def read_scenarios(connection: Connection) -> tuple[Scenario, ...]:
    """All scenarios in order."""
    return tuple(
        Scenario(row["name"], row["volume_factor"], row["agent_changes"], row["changes"], row["base"])
        for row in read_rows(connection, SCENARIO)
    )
