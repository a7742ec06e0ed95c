"""Agents with their absences, requests and balances."""

from datetime import date

from sqlalchemy import Connection

from app.project.parts.rows import Row, Tables, children, read_rows
from app.project.schema import ABSENCE, AGENT, BALANCE_ENTRY, REQUEST
from scheduler.pay.balances import Account, BalanceEntry, EntryKind
from scheduler.team import DatedAbsence, DatedProtection, DatedRequest, Protection, TeamAgent


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
        BALANCE_ENTRY: [
            {"agent": agent.id, "position": position} | _entry_row(entry)
            for agent in team
            for position, entry in enumerate(agent.balances)
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
        "roles": sorted(agent.roles),
        "protections": [
            {
                "kind": protection.kind.value,
                "first": protection.first and protection.first.isoformat(),
                "last": protection.last and protection.last.isoformat(),
            }
            for protection in agent.protections
        ],
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


def _entry_row(entry: BalanceEntry) -> Row:
    return {
        "account": entry.account.value,
        "kind": entry.kind.value,
        "day": entry.day,
        "minutes": entry.minutes,
        "note": entry.note,
    }


def read_team(connection: Connection) -> tuple[TeamAgent, ...]:
    """All agents in order."""
    absences = children(read_rows(connection, ABSENCE), "agent")
    requests = children(read_rows(connection, REQUEST), "agent")
    balances = children(read_rows(connection, BALANCE_ENTRY), "agent")
    return tuple(
        _agent(row, *(part.get(row["id"], []) for part in (absences, requests, balances)))
        for row in read_rows(connection, AGENT)
    )


def _agent(row: Row, absences: list[Row], requests: list[Row], balances: list[Row]) -> TeamAgent:
    own = {
        key: value for key, value in row.items() if key not in ("position", "skills", "shifts", "roles", "protections")
    }
    return TeamAgent(
        **own,
        skills=frozenset(row["skills"]),
        roles=frozenset(row["roles"]),
        protections=tuple(_protection(entry) for entry in row["protections"]),
        shifts=None if row["shifts"] is None else frozenset(row["shifts"]),
        absences=tuple(DatedAbsence(away["start"], away["end"], away["kind"]) for away in absences),
        requests=tuple(DatedRequest(r["day"], r["shift"], r["wish"], r["cost"]) for r in requests),
        balances=tuple(_entry(entry) for entry in balances),
    )


def _protection(entry: Row) -> DatedProtection:
    first, last = (entry[key] and date.fromisoformat(entry[key]) for key in ("first", "last"))
    return DatedProtection(Protection(entry["kind"]), first, last)


def _entry(row: Row) -> BalanceEntry:
    return BalanceEntry(Account(row["account"]), EntryKind(row["kind"]), row["day"], row["minutes"], row["note"])
