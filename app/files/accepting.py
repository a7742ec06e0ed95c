"""Take an import over: all of it as one change of the project file, or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.files.matching import agent_ids, matching_findings, request_with_shift_id, with_shift_ids
from app.files.overlap import overlap_findings
from app.files.preview import ImportPreview
from app.files.settings.goals import goals_by_skill
from app.project.batch import ImportBatch
from app.project.file import ProjectFile
from app.project.project import Project
from app.wording import words
from forecasts.findings import Finding, refuse_if_any
from forecasts.history import History
from forecasts.promotion import Promotion
from scheduler.shift import Shift
from scheduler.team import TeamAgent

_ = words("files")


def accept(preview: ImportPreview, project_file: ProjectFile) -> None:
    """Take everything over in one transaction, each file's history as a batch of its own.

    Raises InputError with all findings when there is an error among them, ValueError for a cancelled import; the
    project file is then as it was.
    """
    if preview.cancelled:
        raise ValueError("a cancelled import cannot be accepted")
    project = project_file.read()
    refuse_if_any([*preview.findings, *accepting_findings(preview, project)])
    label = _("Import {files}").format(files=", ".join(summary.file for summary in preview.files[:5]))
    project_file.add_import(label, with_import(preview, project), _batches(preview))


def accepting_findings(preview: ImportPreview, project: Project) -> list[Finding]:
    """What only shows in this project: names it does not know (IE15 …), counts it has already (IE33, IN18)."""
    found = [f for f in matching_findings(preview, project.team, project.shifts) if f not in preview.findings]
    if not (project.team or preview.team):
        found += [Finding("IE15", place=place, value=name) for name, place in preview.places.items()]
    return found + overlap_findings(preview.histories, project.history)


def with_import(preview: ImportPreview, project: Project) -> Project:
    """The project with everything but the history taken over."""
    given = preview.settings
    shifts = {**project.shifts, **preview.shifts}
    team = _team(preview, project.team, shifts)
    return replace(
        project,
        name=given.name or project.name,
        horizon=given.horizon or project.horizon,
        seat_limit=given.seat_limit or project.seat_limit,
        promotions=_promotions(project.promotions, preview.promotions),
        team=team,
        shifts=shifts,
        goals={**project.goals, **goals_by_skill(preview.goals, _skills(preview, project.history, team))},
    )


def _promotions(old: Sequence[Promotion], new: Sequence[Promotion]) -> tuple[Promotion, ...]:
    """A promotion imported again replaces the one of its name."""
    names = {promotion.name for promotion in new}
    return (*(promotion for promotion in old if promotion.name not in names), *new)


def _skills(preview: ImportPreview, history: History, team: Iterable[TeamAgent]) -> list[str]:
    of_team = {skill for agent in team for skill in agent.skills}
    imported = preview.history.skills() if preview.history else ()
    return sorted({*of_team, *imported, *history.skills()})


def _team(preview: ImportPreview, team: Sequence[TeamAgent], shifts: Mapping[str, Shift]) -> tuple[TeamAgent, ...]:
    """Agents that the project has are brought up to date, new ones follow; then absences and requests are added."""
    of_project = agent_ids(team)
    together = {agent.id: agent for agent in team}
    for agent in preview.team:
        known = together.get(of_project.get(agent.id, of_project.get(agent.name, "")))
        up_to_date = agent if known is None else _updated(known, agent, preview.team_fields)
        together[up_to_date.id] = up_to_date
    ids = agent_ids(together.values())
    for name, absences in preview.absences.items():
        agent = together[ids[name]]
        together[agent.id] = replace(agent, absences=tuple(dict.fromkeys((*agent.absences, *absences))))
    for name, requests in preview.requests.items():
        agent = together[ids[name]]
        matched = [request_with_shift_id(request, shifts) for request in requests]
        together[agent.id] = replace(agent, requests=tuple(dict.fromkeys((*agent.requests, *matched))))
    return tuple(with_shift_ids(agent, shifts) for agent in together.values())


def _updated(known: TeamAgent, agent: TeamAgent, fields: Iterable[str]) -> TeamAgent:
    """The agent with what the list says; what it does not speak of, and the id, stay."""
    return replace(known, **{field: getattr(agent, field) for field in fields})


def _batches(preview: ImportPreview) -> list[tuple[ImportBatch, History]]:
    summaries = {summary.file: summary for summary in preview.files}
    return [
        (ImportBatch(file, summaries[file].sha256, rows=summaries[file].rows), history)
        for file, history in preview.histories.items()
    ]
