"""`demo`: the whole main job on the sample Double-11 project."""

import argparse
from pathlib import Path

from app.commands.exporting import plan_of, write_team_sheet
from app.commands.output import ATTENTION, DONE, say
from app.commands.plan import planned
from app.commands.progress import progress_argument, steps
from app.commands.sample import SCENARIOS, make_sample
from app.commands.solution_table import solution_lines
from app.commands.solve import limits_arguments
from app.project.file import ProjectFile
from app.project.project import Project
from app.wording import words
from app.workbook.pictures import write_pictures
from forecasts.findings import Finding, InputError, Place
from scheduler.objective import cost

_ = words("commands")

PROJECT, WORKBOOK, PICTURES = "sample.peakroster", "roster.xlsx", "pictures"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", type=Path, default=Path("out/demo"), help=_("folder for the results"))
    limits_arguments(parser)
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """History → forecast → requirement → roster → workbook and pictures, told step by step."""
    path = cleared(given.out)
    with steps(given.progress) as step:
        file = make_sample(path, step)
    with file:
        tell_project(file.read())
        problem, solution = planned(file, SCENARIOS[0], given)
        for line in solution_lines(problem, solution):
            say(line)
        if solution.objective is None:
            return ATTENTION
        written = write_results(file, given.out)
    say(_("Project: {path}").format(path=path))
    for result in written:
        say(_("Written: {path}").format(path=result))
    return ATTENTION if cost(problem, solution.roster).agent_hours_short > 0 else DONE


def cleared(folder: Path) -> Path:
    """Where the demo's project goes, an earlier demo's removed. Raises InputError WB02 when that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{PROJECT}*"):
            old.unlink()
    except OSError as error:
        facts = {"file": PROJECT, "folder": str(folder)}
        raise InputError([Finding("WB02", place=Place(file=PROJECT), facts=facts)]) from error
    return folder / PROJECT


def tell_project(project: Project) -> None:
    """What the sample holds."""
    rows = sum(len(counts) for _key, counts in project.history)
    last_day = project.horizon.day(project.horizon.days - 1)
    say(
        _("{name}: {rows} intervals of history, {agents} agents, {shifts} shifts, {first} to {last}").format(
            name=project.name,
            rows=f"{rows:,}",
            agents=len(project.team),
            shifts=len(project.shifts),
            first=project.horizon.first_day,
            last=last_day,
        )
    )


def write_results(file: ProjectFile, folder: Path) -> list[Path]:
    """The workbook and the pictures of the demo's roster."""
    scenario = SCENARIOS[0].name
    write_team_sheet(file, scenario, folder / WORKBOOK)
    version, requirement, expected = plan_of(file, scenario)
    (folder / PICTURES).mkdir(exist_ok=True)
    return [folder / WORKBOOK, *write_pictures(folder / PICTURES, file.read(), version, requirement, expected)]
