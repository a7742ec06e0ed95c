"""One file read: opened, recognised, its tables turned into what they hold."""

from collections.abc import Sequence
from dataclasses import replace

from app.files.choices import ImportChoices
from app.files.containers.opening import open_content
from app.files.content import FileContent
from app.files.grid import Grid
from app.files.header import find_header
from app.files.large_history import Going, read_large_history
from app.files.log import Log
from app.files.preview import FileSummary
from app.files.profiles import Profiles
from app.files.recognise import recognise
from app.files.settings.kinds import read_settings_file
from app.files.sheet_names import named_by_sheet
from app.files.source import SourceFile, digest, refuse_if_larger
from app.files.table import data_table
from app.files.table_kinds import read_table
from app.files.table_preview import table_preview
from app.files.team_sheet.of_workbook import read_team_sheets
from forecasts.findings import Finding, InputError, Place


def read_one(
    source: SourceFile, choices: ImportChoices, profiles: Profiles, going: Going = lambda _share: None
) -> FileContent:
    """What a file holds, with everything wrong in it as findings. `going` hears how far a large file is read."""
    content = FileContent(FileSummary(source.name))
    profiles = profiles.with_names(choices.columns)
    try:
        refuse_if_larger(source)
        if read_large_history(source, choices, profiles, content, going):
            return content
        data = source.content()
        opened = open_content(data, source.name)
    except InputError as error:
        content.findings += error.findings
        return content
    except OSError as error:
        facts = {"variant": "system", "reason": error.strerror or str(error)}
        content.findings.append(Finding("IE01", place=Place(source.name), facts=facts))
        return content
    content.summary = replace(content.summary, sha256=digest(data))
    if not opened.settings and not opened.grids:
        content.findings.append(Finding("IE03", place=Place(source.name)))
    if opened.settings:
        log = Log(source.name)
        content.take(read_settings_file(opened.settings, log, content), log)
    if read_team_sheets(opened.grids, data, choices, content, profiles):
        return content
    sheets: list[str] = []
    for grid in _worth_reading(opened.grids, profiles, choices.header_row):
        log = Log(source.name, grid.sheet)
        content.take(_read_grid(grid, choices, profiles, log, content), log)
        sheets += [grid.sheet] * (len(content.histories) - len(sheets))
    content.histories, told = named_by_sheet(content.histories, sheets, choices, source.name)
    content.findings += told
    return content


def _worth_reading(grids: Sequence[Grid], profiles: Profiles, header_row: int | None) -> Sequence[Grid]:
    """Of a workbook's sheets or a page's tables those with a header; all when none has one, so that it is told."""
    return [grid for grid in grids if find_header(grid, profiles, header_row)] or grids[:1]


def _read_grid(grid: Grid, choices: ImportChoices, profiles: Profiles, log: Log, content: FileContent) -> str:
    """Read one grid into `content`; the kind it is, "" when it is none."""
    found = recognise(grid, profiles, log, choices.header_row)
    if found is None:
        content.tables.append(table_preview(grid, find_header(grid, profiles, choices.header_row), ""))
        return ""
    header, profile = found
    content.tables.append(table_preview(grid, header, profile.kind))
    if grid.hidden:
        log.notice("IN19")
    read_table(data_table(grid, header, profile, profiles.summary, log), choices, content)
    return profile.kind
