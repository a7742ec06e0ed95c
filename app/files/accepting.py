"""Take an import over: all of it as one change of the project file, or nothing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from app.files.matching import agent_ids, matching_findings, request_with_shift_id, with_shift_ids
from app.files.overlap import ASK, Overlap, TakeOver, overlap_findings, without_known
from app.files.preview import ImportPreview
from app.files.review_taking import attended_of, strangers_told, with_actuals, with_drivers
from app.files.settings.goals import goals_by_skill
from app.files.team_sheet.learned import LearnedRoster
from app.files.team_sheet.taking_over import (
    additions_told,
    known_id,
    new_agents,
    new_shifts,
    past_of,
    with_balances_and_leave,
)
from app.project.batch import ImportBatch
from app.project.file import ProjectFile
from app.project.import_answers import with_answers
from app.project.project import Project
from app.wording import words
from app.wording.names import listed
from forecasts.findings import Finding, refuse_if_any
from forecasts.history import History
from forecasts.promotion import Promotion
from scheduler.shift import Shift
from scheduler.team import TeamAgent

_ = words("files")


def accept(preview: ImportPreview, project_file: ProjectFile, choice: TakeOver = ASK) -> None:
    """Take everything over in one transaction, each file's history as a batch of its own.

    Raises InputError with all findings when there is an error among them, ValueError for a cancelled import; the
    project file is then as it was.
    """
    if preview.cancelled:
        raise ValueError("a cancelled import cannot be accepted")
    project = project_file.read()
    sources = {batch.source for batch in project_file.batches()}
    refuse_if_any([*preview.findings, *accepting_findings(preview, project, choice, sources)])
    label = _("Import {files}").format(files=listed(summary.file for summary in preview.files[:5]))
    project_file.add_import(label, with_import(preview, project, choice), _batches(preview, project, choice))


def accepting_findings(
    preview: ImportPreview, project: Project, choice: TakeOver = ASK, sources: Collection[str] = ()
) -> list[Finding]:
    """What only shows in this project: names it does not know (IE15 …), counts it has already (IE06, IE33, IN18), what
    comes in with a roster sheet (IN22, IN23). `sources`: the files that the project's history came from.
    """
    found = [f for f in matching_findings(preview, project.team, project.shifts) if f not in preview.findings]
    if not (project.team or preview.team):
        found += [Finding("IE15", place=place, value=name) for name, place in preview.places.items()]
    found += additions_told(preview.rosters, agent_ids((*project.team, *preview.team)), project.shifts)
    found += strangers_told(preview.attended, agent_ids((*project.team, *preview.team)))
    return found + ([] if choice.actuals else overlap_findings(preview.histories, project.history, choice, sources))


def with_import(preview: ImportPreview, project: Project, choice: TakeOver = ASK) -> Project:
    """The project with everything but the history taken over."""
    given = preview.settings
    keys = {name: shift.key for name, shift in project.shifts.items()}  # no list tells them
    shifts = {**project.shifts, **{name: replace(new, key=keys.get(name, "")) for name, new in preview.shifts.items()}}
    shifts |= new_shifts(preview.rosters, shifts)
    team = _team(preview, project.team, shifts)
    known = agent_ids(team)
    outlook = replace(project.outlook, **preview.outlook)
    outlook = with_drivers(outlook, preview.drivers, preview.broadcasts)
    if choice.actuals and preview.history is not None:
        outlook = with_actuals(outlook, preview.history)
    weeks = [roster.weeks for roster in preview.rosters if roster.weeks is not None]
    return replace(
        project,
        name=given.name or project.name,
        horizon=given.horizon or project.horizon,
        seat_limit=given.seat_limit or project.seat_limit,
        promotions=_promotions(project.promotions, preview.promotions),
        outlook=outlook,
        alternating_weeks=weeks[-1] if weeks else project.alternating_weeks,
        import_answers=with_answers(project.import_answers, preview.answers),
        past=past_of(preview.rosters, known, project.past),
        attended=attended_of(preview.attended, known, project.attended),
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
    together |= _as_learned(preview.rosters, together)
    return tuple(with_shift_ids(agent, shifts) for agent in together.values())


def _as_learned(rosters: Sequence[LearnedRoster], team: Mapping[str, TeamAgent]) -> dict[str, TeamAgent]:
    """The agents of roster sheets, new ones included, with the balances and leave that those tell."""
    everyone = dict(team) | {agent.id: agent for agent in new_agents(rosters, agent_ids(team.values()))}
    known = agent_ids(everyone.values())
    for row in (row for roster in rosters for row in roster.agents):
        agent_id = known_id(row, known)
        if agent_id is not None:
            everyone[agent_id] = with_balances_and_leave(everyone[agent_id], [row])
    return everyone


def _updated(known: TeamAgent, agent: TeamAgent, fields: Iterable[str]) -> TeamAgent:
    """The agent with what the list says; what it does not speak of, and the id, stay."""
    return replace(known, **{field: getattr(agent, field) for field in fields})


def _batches(preview: ImportPreview, project: Project, choice: TakeOver) -> list[tuple[ImportBatch, History]]:
    """None for today's counts, which are no history yet; without what the project has already, when that is kept."""
    if choice.actuals:
        return []
    summaries = {summary.file: summary for summary in preview.files}
    return [
        (ImportBatch(file, summaries[file].sha256, rows=summaries[file].rows), history)
        for file, history in (
            (file, without_known(history, project.history) if choice.overlap is Overlap.KEEP else history)
            for file, history in preview.histories.items()
        )
        if any(len(counts) for _, counts in history)
    ]
