"""What an import asks before, or besides, it can be taken over; the answers are options of the import command."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.files.matching import agent_ids
from app.files.preview import ImportPreview
from app.files.profiles import load_profiles
from app.files.team_sheet.code_words import LEAVES
from app.files.team_sheet.taking_over import new_agents
from app.project.project import Project
from app.wording import language
from forecasts.findings import Finding

AWAY_OR_THERE = ("正常", "休息")
DAYS_AWAY = tuple(dict.fromkeys(LEAVES.values()))


@dataclass(frozen=True, slots=True)
class Question:
    """`kind`: year, day, first_hour, header_row, column, code, agent; `said`: the word in question, for a column what
    is missing. `choices`: value and text of what may be answered, empty for a free answer; `needed`: without an answer
    nothing comes in.
    """

    kind: str
    said: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    needed: bool = True


def open_questions(preview: ImportPreview, findings: Iterable[Finding], project: Project | None) -> list[Question]:
    """Each question once, in the order of the findings that ask it."""
    shifts = dict(project.shifts) if project else {}
    found: dict[tuple[str, str], Question] = {}
    for finding in findings:
        for question in _asked(finding, preview, project, {**shifts, **preview.shifts}):
            found.setdefault((question.kind, question.said), question)
    return list(found.values())


PLAIN = {"IE10": "year", "IE13": "day", "IE11": "first_hour", "IE03": "header_row"}
"""Code of a finding to the kind of its question, where the code alone tells it."""


def _asked(
    finding: Finding, preview: ImportPreview, project: Project | None, shifts: Mapping[str, object]
) -> Iterator[Question]:
    variant = finding.facts.get("variant")
    if finding.code in PLAIN and variant is None:
        yield Question(PLAIN[finding.code])
    elif finding.code in {"IE04", "IE05"}:
        yield from _columns(finding)
    elif finding.code == "IE09" and variant == "cells":
        yield Question("code", str(finding.facts.get("code", finding.value)), _codes(shifts))
    elif finding.code == "IN24":
        words = finding.facts.get("all", ())
        yield from (Question("code", str(word), _same(AWAY_OR_THERE), needed=False) for word in _texts(words))
    elif finding.code in {"IE15", "IN25", "IN22"}:
        yield from _agents(finding, preview, project)


def _columns(finding: Finding) -> Iterator[Question]:
    """A column that was not found, or one of two columns of the same name."""
    columns = _texts(finding.facts.get("all", ()))
    meaning = str(finding.facts.get("meaning", ""))
    if columns and meaning:
        choices = tuple((f"{column}={meaning}", column) for column in columns)
        yield Question("column", meaning_name(meaning), choices)


def _codes(shifts: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    named = tuple((name, getattr(shift, "name", "") or name) for name, shift in shifts.items())
    return (*named, *_same(DAYS_AWAY))


def _agents(finding: Finding, preview: ImportPreview, project: Project | None) -> Iterator[Question]:
    team = project.team if project else ()
    known = agent_ids((*team, *preview.team))
    choices = tuple((agent.id, f"{agent.name} ({agent.id})" if agent.id != agent.name else agent.id) for agent in team)
    if not choices:
        return
    names = [finding.value]
    if finding.code == "IN25":
        names = list(dict.fromkeys(day.agent for day in preview.attended if day.agent not in known))
    elif finding.code == "IN22":
        names = [agent.name for agent in new_agents(preview.rosters, known)]
    yield from (Question("agent", name, choices, needed=finding.code == "IE15") for name in names)


def _same(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((word, word) for word in words)


def _texts(found: object) -> tuple[str, ...]:
    return tuple(map(str, found)) if isinstance(found, list | tuple) else ()


def meanings(kind: str) -> tuple[tuple[str, str], ...]:
    """What a column of a table of some kind may mean, with its name, the needed ones of its profiles first."""
    profiles = load_profiles()
    needs = [need for each in profiles.profiles if each.kind == kind for need in each.needs]
    needed = [name for need in needs for name in need.split("|") if name in profiles.columns]
    return tuple((name, meaning_name(name)) for name in dict.fromkeys([*needed, *profiles.columns]))


def meaning_name(column: str) -> str:
    """What people call a column's meaning."""
    names = load_profiles().columns.get(column, ())
    return names[0] if names and language() == "zh_CN" else column.replace("_", " ")
