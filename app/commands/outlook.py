"""`outlook`: promotions, drivers, broadcasts, overrides, calendar edits and actuals of a project, as one file."""

import argparse
from dataclasses import fields, replace
from pathlib import Path

from app.commands.output import DONE, print_json, say, table
from app.files.interchange import outlook_text, read_outlook, write_outlook
from app.project.file import ProjectFile
from app.project.project import Project
from app.wording import words
from forecasts.outlook import Outlook

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--project", type=Path, required=True, help=_("project file (.peakroster)"))
    parser.add_argument(
        "--set", type=Path, dest="given", help=_("promotions file (TOML) that takes the place of it all")
    )
    parser.add_argument("--out", type=Path, help=_("where the promotions file goes (TOML)"))
    parser.add_argument("--json", action="store_true", help=_("print the counts of each kind as JSON"))


def run(given: argparse.Namespace) -> int:
    """Replace if asked, then list."""
    with ProjectFile.open(given.project) as file:
        project = file.read()
        if given.given:
            promotions, told = read_outlook(given.given)
            project = replace(project, promotions=promotions, outlook=told)
            file.change(_("Outlook from {file}").format(file=given.given.name), project)
    if given.out:
        write_outlook(given.out, project)
    if given.json:
        print_json(counts(project))
    elif not given.out:
        say(outlook_text(project.promotions, project.outlook).rstrip())
    else:
        table(
            "",
            (_("Kind"), _("Entries")),
            [(kind_words()[kind], str(number)) for kind, number in counts(project).items()],
        )
    return DONE


def counts(project: Project) -> dict[str, int]:
    """How many of each kind there are."""
    told: Outlook = project.outlook
    own = {part.name: getattr(told, part.name) for part in fields(told)}
    own["actuals"] = () if told.actuals is None else told.actuals.counted.series
    return {"promotions": len(project.promotions)} | {name: len(value) for name, value in own.items()}


def kind_words() -> dict[str, str]:
    """What the parts of an outlook are called."""
    return {
        "promotions": _("promotions"),
        "drivers": _("drivers"),
        "broadcasts": _("broadcasts"),
        "overrides": _("overrides"),
        "actuals": _("series of actuals"),
        "calendar": _("edited days of the calendar"),
        "kept": _("cleanings taken back"),
        "occasions": _("occasions written to days"),
    }
