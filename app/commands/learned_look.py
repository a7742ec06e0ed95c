"""The roster in the team's own workbook."""

from pathlib import Path

from app.commands.exporting import plan_of
from app.commands.output import show_findings
from app.project.file import ProjectFile
from app.workbook.learned_workbook import write_learned_workbook
from forecasts.findings import Finding, InputError


def write_in_own_look(file: ProjectFile, scenario: str, out: Path, template: Path | None) -> None:
    """Write the latest roster in the look of `template`, and tell what the lead should know of it.

    Raises InputError TS08 without a template, and what writing the workbook raises.
    """
    if template is None:
        raise InputError([Finding("TS08")])
    version, _requirement, _forecast = plan_of(file, scenario)
    show_findings(write_learned_workbook(out, template, file.read(), version))
