"""Read any files: `read_files` tells everything they hold and everything wrong, and changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.files.aliases import with_agents_named
from app.files.alike import told_once
from app.files.choices import ImportChoices
from app.files.content import FileContent
from app.files.holes import hole_findings
from app.files.large_history import Going, ImportStopped
from app.files.lists.of_agents import Kind, OfAgent
from app.files.matching import matching_findings
from app.files.merging import FileHistory, merged
from app.files.one_file import read_one
from app.files.preview import ImportPreview
from app.files.profiles import load_profiles
from app.files.settings.project import ProjectSettings
from app.files.source import sources
from app.files.table_preview import first_of_each_kind
from app.files.values.file_date import dates_in_name
from forecasts.findings import Finding, Level, Place
from forecasts.promotion import promotion_findings

KeepGoing = Callable[[str, float, int], bool]
"""Called before each file with its name, its number from 1, and how many there are, and while a large file is read
with numbers up to the next one's; False stops the import.
"""


NO_CHOICES = ImportChoices()


def read_files(
    paths: Sequence[Path], choices: ImportChoices = NO_CHOICES, keep_going: KeepGoing | None = None
) -> ImportPreview:
    """What files and folders hold together. Never raises for what is in them: every problem is a finding.

    Settings files come first, so that dates without a year find the horizon of a plan imported along with them.
    """
    files, findings = sources(paths)
    profiles = load_profiles()
    findings += profiles.broken
    files.sort(key=lambda source: source.path.suffix.lower() != ".toml")
    contents: dict[tuple[object, ...], FileContent] = {}
    for number, source in enumerate(files, start=1):
        if keep_going is not None and not keep_going(source.name, number, len(files)):
            return ImportPreview(findings=tuple(findings), cancelled=True)
        try:
            content = read_one(source, choices, profiles, _going(keep_going, source.name, number, len(files)))
        except ImportStopped:
            return ImportPreview(findings=tuple(findings), cancelled=True)
        first = contents.setdefault(_same_as(content), content)
        if first is not content:
            findings.append(Finding("IN14", Level.NOTICE, Place(source.name), facts={"other": first.summary.file}))
        choices = replace(choices, horizon=content.settings.horizon or choices.horizon)
    return _preview(list(contents.values()), findings, choices)


def _going(keep_going: KeepGoing | None, name: str, number: int, total: int) -> Going:
    """What the reading of one file is to call."""

    def going(share: float) -> None:
        if keep_going is not None and not keep_going(name, number + share, total):
            raise ImportStopped

    return going


def _same_as(content: FileContent) -> tuple[object, ...]:
    """What two copies of one file have in common: their bytes and the days in their names, which may be all the date
    that a file has.
    """
    summary = content.summary
    return summary.sha256 or summary.file, dates_in_name(summary.file)


def _preview(contents: Sequence[FileContent], findings: list[Finding], choices: ImportChoices) -> ImportPreview:
    """Everything together, with what only shows when it is."""
    with_agents_named(contents, choices.agents)
    parts = [FileHistory(content.summary.file, history) for content in contents for history in content.histories]
    history, differing = merged(parts)
    absences = [entry for content in contents for entry in content.absences]
    requests = [entry for content in contents for entry in content.requests]
    preview = ImportPreview(
        history=history,
        histories={part.file: part.history for part in _by_file(parts)},
        files=tuple(content.summary for content in contents),
        team=tuple(agent for content in contents for agent in content.team),
        team_fields=frozenset().union(*(content.team_fields for content in contents)),
        team_places={agent: places for content in contents for agent, places in content.team_places.items()},
        shifts={shift.id: shift for content in contents for shift in content.shifts},
        absences=_by_agent(absences),
        requests=_by_agent(requests),
        places=_places(requests) | _places(absences),
        promotions=tuple(promotion for content in contents for promotion in content.promotions),
        attended=tuple(day for content in contents for day in content.attended),
        drivers=tuple(driver for content in contents for driver in content.drivers),
        broadcasts=tuple(each for content in contents for each in content.broadcasts),
        outlook={name: value for content in contents for name, value in content.outlook.items()},
        goals={skill: goals for content in contents for skill, goals in content.goals.items()},
        settings=_settings(contents),
        tables=tuple(first_of_each_kind(table for content in contents for table in content.tables)),
        answers=choices.answers(),
        rosters=tuple(roster for content in contents for roster in content.rosters),
    )
    for content in contents:
        findings += content.findings
        findings += promotion_findings(content.promotions, content.summary.file)
    findings += [*differing, *(hole_findings(history) if history else ())]
    findings += matching_findings(preview, choices.team, choices.shifts)
    return replace(preview, findings=tuple(told_once(findings)))


def _by_file(parts: Sequence[FileHistory]) -> list[FileHistory]:
    """The sheets of one file together; what they count differently has been told."""
    files = dict.fromkeys(part.file for part in parts)
    of_files = ((file, merged([part for part in parts if part.file == file])[0]) for file in files)
    return [FileHistory(file, history) for file, history in of_files if history is not None]


def _by_agent(entries: Sequence[OfAgent[Kind]]) -> dict[str, tuple[Kind, ...]]:
    found: dict[str, list[Kind]] = {}
    for each in entries:
        found.setdefault(each.agent, []).append(each.entry)
    return {agent: tuple(its) for agent, its in found.items()}


def _places(entries: Sequence[OfAgent[Kind]]) -> dict[str, Place]:
    return {each.agent: each.place for each in reversed(entries)}


def _settings(contents: Sequence[FileContent]) -> ProjectSettings:
    """Of several project files the last that says something."""
    found = ProjectSettings()
    for given in (content.settings for content in contents):
        found = ProjectSettings(
            given.name or found.name, given.horizon or found.horizon, given.seat_limit or found.seat_limit
        )
    return found
