"""`sample`: the sample project, made through the same import as any team's files."""

import argparse
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.commands.output import ATTENTION, DONE, say, show_what_matters
from app.commands.planning import store_load
from app.commands.progress import Step, progress_argument, steps
from app.files.accepting import accept
from app.files.reading import read_files
from app.project.file import ProjectFile
from app.project.new import new_project
from app.project.project import Scenario
from app.wording import words
from forecasts.findings import Level
from resources.sample import write_sample

_ = words("commands")

SAMPLE_TODAY = date(2026, 11, 4)
SCENARIOS = (Scenario(), Scenario("咨询量 +20%", volume_factor=1.2))
"""What the sample offers to compare."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", type=Path, required=True, help=_("project file to create (.peakroster)"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Make the sample; status 1 when its history gives something to look at."""
    with steps(given.progress) as step, make_sample(given.out, step) as file:
        requirement_findings = store_load(file, SCENARIOS[0], step)[1]
    show_what_matters(requirement_findings, f"forecast --project {given.out}")
    say(_("Sample project: {path}").format(path=given.out))
    return ATTENTION if any(f.level is Level.WARNING for f in requirement_findings) else DONE


def make_sample(path: Path, step: Step) -> ProjectFile:
    """A new project file holding the sample shop's history, promotions, team, shifts and goals.

    Raises InputError (PF09, PF10) when the file exists or its folder does not.
    """
    step("import", 0.0)
    with tempfile.TemporaryDirectory() as folder:
        preview = read_files(write_sample(Path(folder)))
    file = ProjectFile.create(path, new_project(path.stem, None, SAMPLE_TODAY))
    accept(preview, file)
    file.change(_("Sample scenarios"), replace(file.read(), scenarios=SCENARIOS))
    step("import", 1.0)
    return file
