"""What roster sheets bring to a project: past days, leave, balances, and people and shifts that it did not know."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from app.files.team_sheet.learned import LearnedAgent, LearnedRoster
from app.files.words import SKILLS
from forecasts.findings import Finding, Level, Place
from scheduler.past_roster import PastDay
from scheduler.pay.balances import BalanceEntry
from scheduler.shift import Shift
from scheduler.team import DatedAbsence, TeamAgent

MOST_NAMED = 12


def new_shifts(rosters: Iterable[LearnedRoster], shifts: Mapping[str, Shift]) -> dict[str, Shift]:
    """Shifts that legends describe and the project lacks."""
    return {name: shift for roster in rosters for name, shift in roster.shifts.items() if name not in shifts}


def new_agents(rosters: Iterable[LearnedRoster], known: Mapping[str, str]) -> tuple[TeamAgent, ...]:
    """Agents of the sheets that nobody bears the id or name of. `known`: id by id and by name."""
    found: dict[str, TeamAgent] = {}
    for roster in rosters:
        for agent in roster.agents:
            name = agent.id or agent.name
            if known_id(agent, known) is None and name not in found:
                skill = next((skill for word, skill in SKILLS.items() if agent.group.startswith(word)), "")
                skills = frozenset({skill} if skill else ())
                found[name] = TeamAgent(name, agent.name, agent.group, skills=skills)
    return tuple(found.values())


def known_id(agent: LearnedAgent, known: Mapping[str, str]) -> str | None:
    """The project's id of a sheet's agent, None for a stranger."""
    return known.get(agent.id) or known.get(agent.name)


def additions_told(
    rosters: Sequence[LearnedRoster], known: Mapping[str, str], shifts: Mapping[str, Shift]
) -> list[Finding]:
    """That agents (IN22) and shifts (IN23) come in with a sheet, before they do."""
    findings = []
    agents, described = new_agents(rosters, known), new_shifts(rosters, shifts)
    if agents:
        names = [agent.name for agent in agents]
        facts: dict[str, object] = {"count": len(names), "names": tuple(names[:MOST_NAMED])}
        findings.append(Finding("IN22", Level.WARNING, Place(rosters[0].file), facts=facts))
    if described:
        times = tuple(f"{name} {_clock(shift.start)}–{_clock(shift.end)}" for name, shift in described.items())
        findings.append(Finding("IN23", Level.WARNING, Place(rosters[0].file), facts={"shifts": times}))
    return findings


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def past_of(
    rosters: Iterable[LearnedRoster], known: Mapping[str, str], before: Iterable[PastDay]
) -> tuple[PastDay, ...]:
    """The past days with those of the sheets, which replace what was known of the same days."""
    days = {(each.agent, each.day): each for each in before}
    for roster in rosters:
        for agent in roster.agents:
            name = known_id(agent, known)
            if name is not None:
                days |= {(name, day): PastDay(name, day, shift) for day, shift in agent.days.items()}
    return tuple(days[key] for key in sorted(days))


def with_balances_and_leave(agent: TeamAgent, learned: Iterable[LearnedAgent]) -> TeamAgent:
    """The agent with what the sheets say; an account opened again on a day replaces the opening of that day."""
    for row in learned:
        told = {(entry.account, entry.kind, entry.day) for entry in row.balances}
        kept = tuple(entry for entry in agent.balances if (entry.account, entry.kind, entry.day) not in told)
        absences = tuple(dict.fromkeys((*agent.absences, *_absences(row.leave))))
        agent = replace(agent, balances=_in_order((*kept, *row.balances)), absences=absences)
    return agent


def _in_order(entries: Iterable[BalanceEntry]) -> tuple[BalanceEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.day))


def _absences(leave: Mapping[date, str]) -> Iterable[DatedAbsence]:
    """Neighbouring days of one kind as one absence."""
    start: date | None = None
    for day, kind in sorted(leave.items()):
        start = start or day
        after = day + timedelta(days=1)
        if leave.get(after) != kind:
            yield DatedAbsence(_midnight(start), _midnight(after), kind)
            start = None


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
