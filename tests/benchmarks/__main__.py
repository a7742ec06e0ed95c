"""`make bench`: what is promised of window, forecast and rosters, as tables; see the words below for a part of it.

BENCH_ROWS           words; only rows whose name holds one of them: window, forecast, sample, team, published, design,
                     absence, conflict. Left out: all
BENCH_SECONDS_SCALE  a factor on every search's time, such as 0.1
ROSTER_PROBLEMS      the folder of the published instances, instance1.json …; and further folders and files of
                     problems, each with `=SECONDS` where it has its own
"""

import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.commands.sample import SCENARIOS, make_sample
from app.pipeline import forecast_of, requirement_of
from app.project.rostering import problem_of
from resources.sample import write_sample
from scheduler.problem import Problem
from tests.benchmarks import change_table, forecast_table, roster_table, window_table
from tests.benchmarks.double11_team import double11_team
from tests.benchmarks.roster_table import Task, of_file

ROWS, SCALE, PROBLEMS = "BENCH_ROWS", "BENCH_SECONDS_SCALE", "ROSTER_PROBLEMS"
SECONDS = 60.0
TEAMS = (
    *((40, 14, 30, seed, 60.0, "gap ≤ 1 %") for seed in range(1, 6)),
    *((200, 14, 30, seed, 60.0, "gap ≤ 1 %, first ≤ 10 s") for seed in range(1, 4)),
    (200, 14, 15, 1, 120.0, "gap ≤ 1.5 %"),
    (500, 28, 30, 1, 180.0, "gap ≤ 1 %, ≤ 4 GB"),
    (1000, 31, 30, 1, 600.0, "gap ≤ 2 %, ≤ 8 GB"),
)
"""Agents, days, minutes of an interval, seed, seconds, what is asked for."""
PUBLISHED = (
    *((number, 10.0, f"{best}, proven") for number, best in ((1, 607), (2, 828), (3, 1001), (4, 1716))),
    *((number, 60.0, f"≤ {best * 1.005:.0f}") for number, best in ((5, 1143), (6, 1950), (7, 1056))),
    *((number, 300.0, f"≤ {best}") for number, best in ((5, 1143), (6, 1950), (7, 1056))),
    (8, 600.0, "≤ 1341, bound ≥ 1290"),
)
"""Number of the instance, seconds, what is asked for."""


def chosen(name: str) -> bool:
    """Whether a row is among those asked for."""
    words = os.environ.get(ROWS, "").split()
    return not words or any(word in name for word in words)


def tasks(folder: Path) -> Iterator[Task]:
    """Every search of the table."""
    scale = float(os.environ.get(SCALE, "1"))
    for task in (*_of_teams(), *_of_instances(), Task("sample shop", partial(_sample, folder), SECONDS)):
        if chosen(task.name):
            yield replace(task, seconds=task.seconds * scale)


def _of_teams() -> Iterator[Task]:
    for agents, days, interval, seed, seconds, target in TEAMS:
        made = partial(double11_team, agents, days, interval, seed)
        yield Task(f"team {agents} × {days}, {interval} min", made, seconds, seed, target)
    company = partial(double11_team, 200, 14, company=True)
    yield Task("team 200 × 14, leads and mentors", company, SECONDS, 1, "gap ≤ 1 %")


def _of_instances() -> Iterator[Task]:
    """The published ones that are there, and whatever else is given."""
    named = re.compile(r"(?i)instance(\d+)$")
    for given in os.environ.get(PROBLEMS, "").split():
        others = roster_table.read(given, SECONDS)
        folder = Path(given.partition("=")[0])
        for number, seconds, target in PUBLISHED:
            file = folder / f"instance{number}.json"
            if file.exists():
                yield Task(f"published instance {number}", partial(of_file, file), seconds, 0, target)
        known = {str(number) for number, _, _ in PUBLISHED}
        for task in others:
            found = named.search(task.name)
            if found is None or found.group(1) not in known:
                yield replace(task, name=f"published {task.name}")


def _sample(folder: Path) -> Problem:
    """The sample shop's first scenario."""
    with make_sample(folder / "sample.peakroster", lambda _step, _done: None) as file:
        project = file.read()
    scenario = SCENARIOS[0]
    expected, _findings = forecast_of(project, scenario)
    return problem_of(project, scenario, requirement_of(project, scenario, expected))


def _forecasts(folder: Path) -> None:
    write_sample(folder / "files")
    rows = (folder / "files" / "history.csv").read_text(encoding="utf-8").splitlines()
    presale = folder / "sample_presale.csv"
    presale.write_text("\n".join([rows[0], *(row for row in rows if row.endswith(",presale"))]), encoding="utf-8")
    forecast_table.print_table(presale, days=14, number=10)


def main() -> None:
    """The window, forecasts, rosters, and what comes after a roster."""
    with tempfile.TemporaryDirectory() as folder:
        if chosen("window"):
            window_table.print_table([])
        if chosen("forecast"):
            _forecasts(Path(folder))
        roster_table.show(tasks(Path(folder)))
        change_table.show(double11_team(200, 14), SECONDS * float(os.environ.get(SCALE, "1")), chosen)


if __name__ == "__main__":  # searches run in processes of their own, which import this
    main()
