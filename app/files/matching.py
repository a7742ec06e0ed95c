"""Names in lists matched to the team's agents and shifts: by id first, then by name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.files.preview import ImportPreview
from forecasts.findings import Finding, Place
from scheduler.shift import Shift
from scheduler.team import DatedRequest, TeamAgent, in_the_team, team_findings

_HOURS = re.compile(r"(\d+(?:\.\d+)?)\s*小时")


def agent_ids(team: Iterable[TeamAgent]) -> dict[str, str]:
    """Id by id and by name; an id wins over a name, and a name that two agents share finds nobody."""
    names: dict[str, set[str]] = {}
    ids: dict[str, str] = {}
    for agent in team:
        ids[agent.id] = agent.id
        names.setdefault(agent.name, set()).add(agent.id)
    return {name: next(iter(owners)) for name, owners in names.items() if len(owners) == 1} | ids


def matching_findings(preview: ImportPreview, team: Iterable[TeamAgent], shifts: Mapping[str, Shift]) -> list[Finding]:
    """Names that nobody in the project or the import bears (IE15, IE09), and what is wrong with the agents read.

    `team` and `shifts` are the project's. Agents or shifts that are still to come cannot be missed.
    """
    everyone = (*team, *preview.team)
    all_shifts = {**shifts, **preview.shifts}
    known = agent_ids(everyone)
    named = dict.fromkeys((*preview.absences, *preview.requests))
    found = [
        Finding("IE15", place=preview.places[name], value=name) for name in named if everyone and name not in known
    ]
    if not all_shifts:
        return found
    matched = [with_shift_ids(agent, all_shifts) for agent in preview.team]
    found += team_findings(matched, all_shifts, lambda agent, code: _place(preview, agent, code))
    return found + _unknown_shifts(preview, all_shifts)


def _place(preview: ImportPreview, agent: str, code: str) -> Place:
    return preview.team_places.get(agent, {}).get(code, in_the_team(agent, code))


def _unknown_shifts(preview: ImportPreview, shifts: Mapping[str, Shift]) -> list[Finding]:
    """Words for shifts in requests that mean no shift or several, once each with the number of cells."""
    times: dict[str, tuple[int, Place]] = {}
    for name, requests in preview.requests.items():
        for request in requests:
            word = request_with_shift_id(request, shifts).shift
            if word is not None and word not in shifts:
                times[word] = ((times[word][0] if word in times else 0) + 1, preview.places[name])
    facts = {"shifts": tuple(shifts)}
    return [
        Finding("IE09", place=Place(place.file), value=word, facts=facts | {"count": count})
        for word, (count, place) in times.items()
    ]


def with_shift_ids(agent: TeamAgent, shifts: Mapping[str, Shift]) -> TeamAgent:
    """The agent with the words for shifts they may work turned into ids; unknown words stay for the team's check."""
    if agent.shifts is None:
        return agent
    return replace(agent, shifts=frozenset(found for word in agent.shifts for found in shifts_meant(word, shifts)))


def shifts_meant(word: str, shifts: Mapping[str, Shift]) -> tuple[str, ...]:
    """Ids that a word means: an id, a code, a name, or `4小时` for every shift of that length; else the word itself."""
    if word in shifts:
        return (word,)
    named = tuple(shift.id for shift in shifts.values() if word in {shift.code, shift.name})
    hours = _HOURS.fullmatch(word)
    if not named and hours:
        named = tuple(shift.id for shift in shifts.values() if shift.minutes == float(hours[1]) * 60)
    return named or (word,)


def request_with_shift_id(request: DatedRequest, shifts: Mapping[str, Shift]) -> DatedRequest:
    """The request with its word for a shift turned into an id; a word that means several or none stays."""
    if request.shift is None:
        return request
    meant = shifts_meant(request.shift, shifts)
    return replace(request, shift=meant[0]) if len(meant) == 1 else request
