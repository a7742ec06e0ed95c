"""Agents with their absences and requests."""

from sqlalchemy import Connection

from app.project.parts.rows import Row, Tables, children, read_rows
from app.project.schema import ABSENCE, AGENT, REQUEST
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent


def team_rows(team: tuple[TeamAgent, ...]) -> Tables:
    """Agents, then what hangs on them."""
    return {
        AGENT: [_agent_row(position, agent) for position, agent in enumerate(team)],
        ABSENCE: [
            {"agent": agent.id, "position": position, "start": away.start, "end": away.end, "kind": away.kind}
            for agent in team
            for position, away in enumerate(agent.absences)
        ],
        REQUEST: [
            _request_row(agent.id, position, request)
            for agent in team
            for position, request in enumerate(agent.requests)
        ],
    }


def _agent_row(position: int, agent: TeamAgent) -> Row:
    return {
        "id": agent.id,
        "position": position,
        "name": agent.name,
        "group": agent.group,
        "contract": agent.contract,
        "legal_form": agent.legal_form,
        "skills": sorted(agent.skills),
        "productivity": agent.productivity,
        "hourly_cost": agent.hourly_cost,
        "hired": agent.hired,
        "shifts": None if agent.shifts is None else sorted(agent.shifts),
        "limits": dict(agent.limits),
        "consecutive_days_before": agent.consecutive_days_before,
        "last_shift_end": agent.last_shift_end,
    }


def _request_row(agent: str, position: int, request: DatedRequest) -> Row:
    return {
        "agent": agent,
        "position": position,
        "day": request.day,
        "shift": request.shift,
        "wish": request.wish,
        "cost": request.cost,
    }


def read_team(connection: Connection) -> tuple[TeamAgent, ...]:
    """All agents in order."""
    absences = children(read_rows(connection, ABSENCE), "agent")
    requests = children(read_rows(connection, REQUEST), "agent")
    return tuple(
        _agent(row, absences.get(row["id"], []), requests.get(row["id"], [])) for row in read_rows(connection, AGENT)
    )


def _agent(row: Row, absences: list[Row], requests: list[Row]) -> TeamAgent:
    own = {key: value for key, value in row.items() if key not in ("position", "skills", "shifts")}
    return TeamAgent(
        **own,
        skills=frozenset(row["skills"]),
        shifts=None if row["shifts"] is None else frozenset(row["shifts"]),
        absences=tuple(DatedAbsence(away["start"], away["end"], away["kind"]) for away in absences),
        requests=tuple(DatedRequest(r["day"], r["shift"], r["wish"], r["cost"]) for r in requests),
    )
