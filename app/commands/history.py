"""`history`: what the project holds after import and cleaning."""

import argparse
from pathlib import Path

from app.commands.output import DONE, say
from app.files.interchange import write_history_csv
from app.project.file import ProjectFile
from app.wording import words

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--project", type=Path, required=True, help=_("project file (.peakroster)"))
    parser.add_argument("--out", type=Path, required=True, help=_("where the history goes (CSV)"))


def run(given: argparse.Namespace) -> int:
    """Write the history at its finest interval; missing intervals have no row."""
    with ProjectFile.open(given.project) as file:
        history = file.read().history
    write_history_csv(given.out, history)
    rows = sum(len(counts) for _key, counts in history)
    say(_("{count} rows written: {path}").format(count=f"{rows:,}", path=given.out))
    return DONE
