"""`screenshots`: every page of the window as pictures, rendered offscreen from the sample project."""

import argparse
import os
import tempfile
from pathlib import Path

from app.commands.numbers_given import positive
from app.commands.output import DONE, say
from app.commands.planning import store_load, store_roster
from app.commands.progress import progress_argument, steps
from app.commands.sample import SCENARIOS, make_sample
from app.wording import LANGUAGES, words
from scheduler.solution import SearchLimits

_ = words("commands")
THEMES = ("light", "dark")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", type=Path, help=_("where the pictures go"))
    parser.add_argument("--project", type=Path, help=_("project to show instead of the sample"))
    parser.add_argument(
        "--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES, help=_("only in these languages")
    )
    parser.add_argument("--themes", nargs="+", choices=THEMES, default=THEMES, help=_("only in these themes"))
    parser.add_argument("--zoom", type=positive, default=1.0, help=_("zoom, 0.8 to 2"))
    parser.add_argument("--seconds", type=positive, default=20.0, help=_("time for each sample roster"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Render; the sample project is made and planned first when no project is given."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.window.screenshots import render_pages

    with tempfile.TemporaryDirectory() as folder:
        project = given.project or planned_sample(Path(folder) / "sample.peakroster", given)
        pictures = render_pages(given.folder, project, given.languages, given.themes, given.zoom)
    say(_("{count} pictures: {path}").format(count=len(pictures), path=given.folder))
    return DONE


def planned_sample(path: Path, given: argparse.Namespace) -> Path:
    """The sample project with a roster for each of its scenarios."""
    with steps(given.progress) as step, make_sample(path, step) as file:
        for scenario in SCENARIOS:
            requirement, _findings = store_load(file, scenario, step)
            store_roster(file, scenario, requirement, SearchLimits(seconds=given.seconds))
    return path
