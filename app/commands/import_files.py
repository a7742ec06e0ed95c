"""`import`: everything a team has, from whatever shape it comes in, whole or not at all."""

import argparse
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from app.commands.numbers_given import count, whole
from app.commands.output import BAD_INPUT, DONE, complain, finding_json, print_json, say, show_findings, table
from app.commands.progress import progress_argument, steps
from app.files.accepting import accept, accepting_findings
from app.files.choices import ImportChoices
from app.files.overlap import ASK, Overlap, TakeOver
from app.files.preview import FileSummary, ImportPreview
from app.files.questions import Question, meanings, open_questions
from app.files.reading import read_files
from app.project.file import ProjectFile
from app.project.new import new_project
from app.project.project import Project
from app.wording import words
from app.wording.names import kind_of_file
from forecasts.findings import Finding, InputError, Level, Place, errors

_ = words("commands")

TABLES = {"history", "agents", "absences", "requests", "shifts", "attendance"}
"""Kinds of files whose rows are counted."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", type=Path, nargs="+", help=_("files or folders to read"))
    parser.add_argument("--project", type=Path, required=True, help=_("project file, created if it does not exist"))
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=MEANING", help=_("meaning of a column"))
    parser.add_argument("--code", action="append", default=[], metavar="CODE=SHIFT", help=_("meaning of a roster code"))
    parser.add_argument(
        "--agent", action="append", default=[], metavar="NAME=ID", help=_("agent that a name stands for")
    )
    parser.add_argument("--header-row", type=count, metavar="ROW", help=_("row that holds the names of the columns"))
    parser.add_argument("--year", type=count, help=_("year of dates that name none"))
    parser.add_argument("--day", type=date.fromisoformat, help=_("day of a file that names none (YYYY-MM-DD)"))
    parser.add_argument(
        "--first-hour", type=whole, choices=(0, 1), help=_("hour that the first of hours 1 … 24 begins at")
    )
    overlap = parser.add_mutually_exclusive_group()
    overlap.add_argument("--replace", action="store_true", help=_("counts that the project has otherwise are replaced"))
    overlap.add_argument("--keep", action="store_true", help=_("counts that the project has already are kept"))
    parser.add_argument("--actuals", action="store_true", help=_("counts of the days under way, not history"))
    parser.add_argument("--dry-run", action="store_true", help=_("read and judge only; change nothing"))
    parser.add_argument("--json", action="store_true", help=_("print the report as JSON"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Read, judge and take over; status 2 when anything is wrong, and then nothing was imported."""
    preview, found, project = read(given)
    refused = bool(errors(found))
    if not refused and not given.dry_run:
        take_over(preview, given.project, take_over_of(given))
    if given.json:
        print_json(report_json(preview, found, open_questions(preview, found, project)))
    else:
        tell(preview, found, given.dry_run)
    return BAD_INPUT if refused else DONE


def read(given: argparse.Namespace) -> tuple[ImportPreview, list[Finding], Project | None]:
    """What the files hold, judged beside what the project already has, and that project."""
    project, sources = existing(given.project)
    choices = ImportChoices.of(project) if project else ImportChoices()
    choices = with_answers(choices, given)
    with steps(given.progress) as step:

        def keep_going(name: str, number: float, total: int) -> bool:
            step(name, (number - 1) / total)
            return True

        preview = read_files(given.files, choices, keep_going)
    judged_in = project or new_project("", preview.history, date.today())
    judged = accepting_findings(preview, judged_in, take_over_of(given), sources)
    return preview, [*preview.findings, *without_rows(preview), *judged], project


def without_rows(preview: ImportPreview) -> list[Finding]:
    """Tables of which there is nothing but the head: nothing to import where there is nothing else."""
    read = [part for part in preview.files if part.kind in TABLES]
    level = Level.WARNING if any(part.rows for part in read) else Level.ERROR
    return [Finding("CM15", level, Place(part.file)) for part in read if not (part.rows or part.left_out)]


def take_over_of(given: argparse.Namespace) -> TakeOver:
    """How what was read is taken over."""
    overlap = Overlap.KEEP if given.keep else Overlap.REPLACE if given.replace else Overlap.ASK
    return TakeOver(overlap, given.actuals)


def existing(path: Path) -> tuple[Project | None, set[str]]:
    """The project to import into, None when it is still to be created, and the files that its history came from."""
    if not path.exists():
        return None, set()
    with ProjectFile.open(path) as file:
        return file.read(), {batch.source for batch in file.batches()}


def with_answers(choices: ImportChoices, given: argparse.Namespace) -> ImportChoices:
    """The choices with what was said on the command line. Raises InputError CM08 for a mapping without `=`."""
    said = (given.map, given.code, given.agent)
    wrong = [text for pairs in said for text in pairs if "=" not in text]
    if wrong:
        raise InputError([Finding("CM08", value=text) for text in wrong])
    known = (choices.columns, choices.codes, choices.agents)
    columns, codes, agents = (
        {**before, **dict(text.rsplit("=", 1) for text in pairs)} for before, pairs in zip(known, said, strict=True)
    )
    choices = replace(choices, columns=columns, codes=codes, agents=agents, header_row=given.header_row)
    return replace(choices, year=given.year or choices.year, day=given.day, first_hour=given.first_hour)


def take_over(preview: ImportPreview, path: Path, choice: TakeOver = ASK) -> None:
    """Store the import; a new project that could not be filled is not left behind."""
    if path.exists():
        with ProjectFile.open(path) as file:
            accept(preview, file, choice)
        return
    project = new_project(preview.settings.name or path.stem, preview.history, date.today())
    with ProjectFile.create(path, project) as file:
        try:
            accept(preview, file, choice)
        except InputError:
            file.close()
            path.unlink()
            raise


def report_json(preview: ImportPreview, found: list[Finding], questions: list[Question]) -> dict[str, object]:
    """Everything told, for machines: what was read, what is wrong, what is asked, how the first tables look."""
    return {
        "read": [summary_json(part) for part in preview.files],
        "findings": [finding_json(finding) for finding in found],
        "questions": [asdict(question) for question in questions],
        "tables": [asdict(table) | {"possible": meanings(table.kind or "history")} for table in preview.tables],
    }


def summary_json(part: FileSummary) -> dict[str, object]:
    """What one file gave, for machines."""
    return {
        "file": part.file,
        "kind": part.kind,
        "rows": part.rows,
        "refused": part.refused,
        "left_out": part.left_out,
        "missing": part.missing,
    }


def tell(preview: ImportPreview, found: list[Finding], dry_run: bool) -> None:
    """What was read and what is wrong, for people."""
    columns = (_("File"), _("holds"), _("rows read"), _("refused"), _("left out"), _("cells missing"))
    rows = [
        (p.file, kind_of_file(p.kind), f"{p.rows:,}", f"{p.refused:,}", f"{p.left_out:,}", f"{p.missing:,}")
        for p in preview.files
    ]
    table("", columns, rows)
    show_findings(found)
    if errors(found):
        complain(_("Nothing was imported. Correct what is listed and import again."))
    elif dry_run:
        say(_("Nothing is in the way; nothing was changed (--dry-run)."))
    else:
        say(_("Imported."))
